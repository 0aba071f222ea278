/**
 * Go's types behind the engine's answers, as far as templates can tell them from JSON: the order of
 * fields, their names in Go, what prints as an address, and what JSON leaves out when it is empty.
 *
 * A field is `Name`, `Name=json` where JSON calls it otherwise, with `?` where it is left out when
 * empty, and a type after a colon: b(ool), i(nt), t(ime), `[]`, `{}`, `[]T`, `{}T`, `T`, `*T`, or `*`
 * for a pointer to something plain; a string where there is none. `+T` embeds a struct.
 *
 * @see moby/moby api/types at v28.5
 */
export const shapes = {
  'container.InspectResponse': `+*Base Mounts:[]container.MountPoint Config:*container.Config
    NetworkSettings:*container.NetworkSettings ImageManifestDescriptor?:*`,
  Base: `ID=Id Created Path Args:[] State:*container.State Image ResolvConfPath HostnamePath HostsPath LogPath
    Name RestartCount:i Driver Platform MountLabel ProcessLabel AppArmorProfile ExecIDs:[]
    HostConfig:*container.HostConfig GraphDriver:storage.DriverData SizeRw?:* SizeRootFs?:*`,
  'container.State': `Status Running:b Paused:b Restarting:b OOMKilled:b Dead:b Pid:i ExitCode:i Error
    StartedAt FinishedAt Health?:*container.Health`,
  'container.Health': 'Status FailingStreak:i Log:[]',
  'container.MountPoint': 'Type? Name? Source Destination Driver? Mode RW:b Propagation',
  'container.Config': `Hostname Domainname User AttachStdin:b AttachStdout:b AttachStderr:b ExposedPorts?:{}
    Tty:b OpenStdin:b StdinOnce:b Env:[] Cmd:[] Healthcheck?:* ArgsEscaped?:b Image Volumes:{} WorkingDir
    Entrypoint:[] NetworkDisabled?:b MacAddress? OnBuild:[] Labels:{} StopSignal? StopTimeout?:* Shell?:[]`,
  'container.HostConfig': `Binds:[] ContainerIDFile LogConfig:container.LogConfig NetworkMode PortBindings:{}
    RestartPolicy:container.RestartPolicy AutoRemove:b VolumeDriver VolumesFrom:[] ConsoleSize:[]
    Annotations?:{} CapAdd:[] CapDrop:[] CgroupnsMode DNS=Dns:[] DNSOptions=DnsOptions:[]
    DNSSearch=DnsSearch:[] ExtraHosts:[] GroupAdd:[] IpcMode Cgroup Links:[] OomScoreAdj:i PidMode
    Privileged:b PublishAllPorts:b ReadonlyRootfs:b SecurityOpt:[] StorageOpt?:{} Tmpfs?:{} UTSMode
    UsernsMode ShmSize:i Sysctls?:{} Runtime? Isolation +container.Resources Mounts?:[] MaskedPaths:[]
    ReadonlyPaths:[] Init?:*`,
  'container.Resources': `CPUShares=CpuShares:i Memory:i NanoCPUs=NanoCpus:i CgroupParent BlkioWeight:i
    BlkioWeightDevice:[] BlkioDeviceReadBps:[] BlkioDeviceWriteBps:[] BlkioDeviceReadIOps:[]
    BlkioDeviceWriteIOps:[] CPUPeriod=CpuPeriod:i CPUQuota=CpuQuota:i
    CPURealtimePeriod=CpuRealtimePeriod:i CPURealtimeRuntime=CpuRealtimeRuntime:i CpusetCpus CpusetMems
    Devices:[] DeviceCgroupRules:[] DeviceRequests:[] KernelMemory?:i KernelMemoryTCP?:i
    MemoryReservation:i MemorySwap:i MemorySwappiness:* OomKillDisable:* PidsLimit:* Ulimits:[]
    CPUCount=CpuCount:i CPUPercent=CpuPercent:i IOMaximumIOps:i IOMaximumBandwidth:i`,
  'container.LogConfig': 'Type Config:{}',
  'container.RestartPolicy': 'Name MaximumRetryCount:i',
  'container.NetworkSettings': `+container.NetworkSettingsBase +container.DefaultNetworkSettings
    Networks:{}*network.EndpointSettings`,
  'container.NetworkSettingsBase': `Bridge SandboxID SandboxKey Ports:{} HairpinMode:b LinkLocalIPv6Address
    LinkLocalIPv6PrefixLen:i SecondaryIPAddresses:[] SecondaryIPv6Addresses:[]`,
  'container.DefaultNetworkSettings': `EndpointID Gateway GlobalIPv6Address GlobalIPv6PrefixLen:i IPAddress
    IPPrefixLen:i IPv6Gateway MacAddress`,
  'network.EndpointSettings': `IPAMConfig:* Links:[] Aliases:[] MacAddress DriverOpts:{} GwPriority:i NetworkID
    EndpointID Gateway IPAddress IPPrefixLen:i IPv6Gateway GlobalIPv6Address GlobalIPv6PrefixLen:i DNSNames:[]`,
  'storage.DriverData': 'Data:{} Name',
  'image.InspectResponse': `ID=Id RepoTags:[] RepoDigests:[] Parent Comment Created? Container?
    ContainerConfig?:* DockerVersion Author Config:*v1.DockerOCIImageConfig Architecture Variant? Os
    OsVersion? Size:i VirtualSize?:i GraphDriver:storage.DriverData RootFS:image.RootFS
    Metadata:image.Metadata Descriptor?:* Manifests?:[]`,
  'v1.DockerOCIImageConfig': '+v1.ImageConfig +v1.DockerOCIImageConfigExt',
  'v1.ImageConfig': `User? ExposedPorts?:{} Env?:[] Entrypoint?:[] Cmd?:[] Volumes?:{} WorkingDir? Labels?:{}
    StopSignal? ArgsEscaped?:b`,
  'v1.DockerOCIImageConfigExt': 'Healthcheck?:* OnBuild?:[] Shell?:[]',
  'image.RootFS': 'Type? Layers?:[]',
  'image.Metadata': 'LastTagTime?:t',
  'volume.Volume': `ClusterVolume?:* CreatedAt? Driver Labels:{} Mountpoint Name Options:{} Scope Status?:{}
    UsageData?:*`,
  'network.Inspect': `Name ID=Id Created:t Scope Driver EnableIPv4:b EnableIPv6:b IPAM:network.IPAM Internal:b
    Attachable:b Ingress:b ConfigFrom:network.ConfigReference ConfigOnly:b
    Containers:{}network.EndpointResource Options:{} Labels:{} Peers?:[] Services?:{}`,
  'network.IPAM': 'Driver Options:{} Config:[]network.IPAMConfig',
  'network.IPAMConfig': 'Subnet? IPRange? Gateway? AuxAddress=AuxiliaryAddresses?:{}',
  'network.ConfigReference': 'Network',
  'network.EndpointResource': 'Name EndpointID MacAddress IPv4Address IPv6Address',
  'events.Message': `Status=status? ID=id? From=from? Type Action Actor:events.Actor Scope=scope? Time=time?:i
    TimeNano=timeNano?:i`,
  'events.Actor': 'ID Attributes:{}',
  'system.versionInfo': 'Client:system.clientVersion Server:*types.Version',
  'system.clientVersion': `Platform?:* Version APIVersion=ApiVersion DefaultAPIVersion GitCommit GoVersion Os Arch
    BuildTime? Context`,
  'types.Version': `Platform:types.Platform Components?:[]types.ComponentVersion Version APIVersion=ApiVersion
    MinAPIVersion? GitCommit GoVersion Os Arch KernelVersion? Experimental?:b BuildTime?`,
  'types.Platform': 'Name',
  'system.PluginsInfo': 'Volume:[] Network:[] Authorization:[] Log:[]',
  'swarm.Info': `NodeID NodeAddr LocalNodeState ControlAvailable:b Error RemoteManagers:[] Nodes?:i Managers?:i
    Cluster?:* Warnings?:[]`,
  'types.ComponentVersion': 'Name Version Details?:{}',
} as const;

export type Shape = keyof typeof shapes;
