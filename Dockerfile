# The bot for a machine with a container engine. CI needs none: dotnet publish -t:PublishContainer (docs/operate.md).
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
ARG TARGETARCH
WORKDIR /src
COPY global.json Directory.Build.props Directory.Packages.props appsettings.json ./
COPY Bot/Bot.csproj Bot/packages.lock.json Bot/
RUN dotnet restore Bot --locked-mode
COPY manifest manifest
COPY Bot Bot
RUN dotnet publish Bot -c Release -r linux-$(echo "$TARGETARCH" | sed s/amd64/x64/) -o /app && mkdir /data /backups

# The runtime comes with the bot. Neither shell nor package manager; "extra" has the time zones and cultures that dates
# and Spanish need.
FROM mcr.microsoft.com/dotnet/runtime-deps:10.0-noble-chiseled-extra
WORKDIR /app
COPY --from=build /app .
# A new volume takes over from the folder whose it is.
COPY --from=build --chown=$APP_UID:$APP_UID /data /data
COPY --from=build --chown=$APP_UID:$APP_UID /backups /backups
# The young generation is 16 MB: left alone it follows the processor's cache, which the whole machine shares.
ENV Urls=http://0.0.0.0:8080 Store__Sqlite__Path=/data/milestones.db DOTNET_EnableDiagnostics=0 DOTNET_GCgen0size=0x1000000
USER $APP_UID
EXPOSE 8080
VOLUME /data
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=8s --start-period=60s CMD ["./Bot", "is-ready"]
ENTRYPOINT ["./Bot"]
