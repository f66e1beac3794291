// Milestones in Azure, for a school or a district: docs/operate.md, "In Azure". One resource group, one deployment.
targetScope = 'resourceGroup'

@description('Names everything; 4 to 20 small letters and digits.')
@minLength(4)
@maxLength(20)
param name string = 'milestones'

@description('Where it runs. Student data stays there.')
param location string = resourceGroup().location

@description('The image of the bot in a registry that may be read without signing in, with its tag or digest.')
param image string

@description('Application (client) id of the bot\'s registration: a single-tenant app of this tenant.')
param appId string

@description('Tenants whose people may use the bot.')
param allowedTenants array = [tenant().tenantId]

@description('A team\'s owners are its teachers, as Graph tells. Needs the app\'s consent in a team.')
param graphEnabled bool = true

@description('Name of the school on the pages on privacy and terms.')
param schoolName string = ''

@description('Whom to ask, on the same pages.')
param schoolContact string = ''

@description('Request units a second at the most; autoscale goes down to a tenth (docs/stores.md, "What it costs").')
@minValue(1000)
param maxThroughput int = 1000

@description('Replicas at the most. One always runs: alarms have to ring.')
@minValue(1)
param maxReplicas int = 4

@description('An OTLP collector (http/protobuf); empty for none.')
param collector string = ''

var tags = { app: 'milestones' }

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: name
  location: location
  tags: tags
}

resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: name
  location: location
  tags: tags
  properties: { sku: { name: 'PerGB2018' }, retentionInDays: 30 }
}

resource account 'Microsoft.DocumentDB/databaseAccounts@2024-11-15' = {
  name: '${name}-${uniqueString(resourceGroup().id)}'
  location: location
  tags: tags
  kind: 'GlobalDocumentDB'
  properties: {
    databaseAccountOfferType: 'Standard'
    locations: [{ locationName: location, failoverPriority: 0 }]
    consistencyPolicy: { defaultConsistencyLevel: 'Session' }
    backupPolicy: { type: 'Continuous', continuousModeProperties: { tier: 'Continuous7Days' } }
    // The bot's identity alone: no key opens it.
    disableLocalAuth: true
    minimalTlsVersion: 'Tls12'
  }

  resource database 'sqlDatabases' = {
    name: 'milestones'
    properties: { resource: { id: 'milestones' } }

    resource documents 'containers' = {
      name: 'documents'
      properties: {
        options: { autoscaleSettings: { maxThroughput: maxThroughput } }
        resource: {
          id: 'documents'
          partitionKey: { kind: 'Hash', version: 2, paths: ['/pk'] }
          // On, without a default: each document says itself when it expires.
          defaultTtl: -1
          indexingPolicy: {
            indexingMode: 'consistent'
            automatic: true
            includedPaths: [{ path: '/pk/?' }, { path: '/wakeAt/?' }]
            excludedPaths: [{ path: '/*' }]
          }
        }
      }
    }
  }

  // Cosmos DB Built-in Data Contributor.
  resource mayUse 'sqlRoleAssignments' = {
    name: guid(account.id, identity.id, 'data')
    properties: {
      principalId: identity.properties.principalId
      roleDefinitionId: '${account.id}/sqlRoleDefinitions/00000000-0000-0000-0000-000000000002'
      scope: account.id
    }
  }
}

resource environment 'Microsoft.App/managedEnvironments@2025-01-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    appLogsConfiguration: {
      destination: 'log-analytics'
      logAnalyticsConfiguration: { customerId: logs.properties.customerId, sharedKey: logs.listKeys().primarySharedKey }
    }
  }
}

var settings = concat(
  [
    { name: 'Bot__AppId', value: appId }
    { name: 'Bot__TenantId', value: tenant().tenantId }
    { name: 'Bot__ManagedIdentityClientId', value: identity.properties.clientId }
    { name: 'AZURE_CLIENT_ID', value: identity.properties.clientId }
    { name: 'Graph__Enabled', value: string(graphEnabled) }
    { name: 'Store__Provider', value: 'Cosmos' }
    { name: 'Store__Cosmos__Endpoint', value: account.properties.documentEndpoint }
    { name: 'School__Name', value: schoolName }
    { name: 'School__Contact', value: schoolContact }
    { name: 'School__Address', value: 'https://${name}.${environment.properties.defaultDomain}' }
    // Teams takes 50 calls a second from one app in one tenant: each replica has its share.
    { name: 'Limits__TenantPerSecond', value: string(max(2, 40 / maxReplicas)) }
    { name: 'OTEL_EXPORTER_OTLP_ENDPOINT', value: collector }
    { name: 'OTEL_EXPORTER_OTLP_PROTOCOL', value: 'http/protobuf' }
  ],
  map(range(0, length(allowedTenants)), i => { name: 'Bot__AllowedTenants__${i}', value: string(allowedTenants[i]) })
)

resource app 'Microsoft.App/containerApps@2025-01-01' = {
  name: name
  location: location
  tags: tags
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identity.id}': {} } }
  dependsOn: [account::database::documents, account::mayUse]
  properties: {
    environmentId: environment.id
    configuration: {
      // Both versions run until the new one is ready; documents are readable both ways.
      activeRevisionsMode: 'Single'
      ingress: { external: true, targetPort: 8080, transport: 'http', allowInsecure: false }
    }
    template: {
      // 12 s for a turn, and the rest for its messages.
      terminationGracePeriodSeconds: 30
      containers: [
        {
          name: 'bot'
          image: image
          resources: { cpu: json('0.5'), memory: '1Gi' }
          env: settings
          probes: [
            { type: 'Startup', httpGet: { path: '/healthz', port: 8080 }, periodSeconds: 2, failureThreshold: 30 }
            { type: 'Liveness', httpGet: { path: '/healthz', port: 8080 }, periodSeconds: 10 }
            { type: 'Readiness', httpGet: { path: '/readyz', port: 8080 }, periodSeconds: 5, timeoutSeconds: 6 }
          ]
        }
      ]
      scale: {
        minReplicas: 1
        maxReplicas: maxReplicas
        rules: [
          { name: 'requests', http: { metadata: { concurrentRequests: '50' } } }
          // Alarms that are due come from no request. No scaler counts them in the store; their turns show as work.
          { name: 'alarms', custom: { type: 'cpu', metadata: { type: 'Utilization', value: '70' } } }
        ]
      }
    }
  }
}

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: '${name}-${uniqueString(resourceGroup().id)}'
  location: 'global'
  kind: 'azurebot'
  tags: tags
  sku: { name: 'F0' }
  properties: {
    displayName: 'Milestones'
    endpoint: 'https://${app.properties.configuration.ingress.fqdn}/api/messages'
    msaAppId: appId
    msaAppType: 'SingleTenant'
    msaAppTenantId: tenant().tenantId
    disableLocalAuth: true
  }

  resource teams 'channels' = {
    name: 'MsTeamsChannel'
    location: 'global'
    properties: { channelName: 'MsTeamsChannel', properties: { isEnabled: true } }
  }
}

@description('Into the app package: make-manifest --domain.')
output domain string = app.properties.configuration.ingress.fqdn

@description('Subject of the federated credential that the registration must trust (docs/operate.md).')
output identityPrincipalId string = identity.properties.principalId
