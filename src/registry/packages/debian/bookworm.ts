/** bookworm: facts recorded by scripts/record-deb-packages.mjs; see there. */

export const bookworm = `
@ debian bookworm
Package: bash-completion
Version: 1:2.11-6
Architecture: all
Multi-Arch: foreign
Provides: dh-sequence-bash-completion
Section: shells
Priority: standard
Homepage: https://github.com/scop/bash-completion
Description: programmable completion for the bash shell
! conffile /etc/bash_completion
! conffile /etc/profile.d/bash_completion.sh
> D 755 etc etc/profile.d usr usr/bin usr/share usr/share/bash-completion usr/share/cmake
> D 755 usr/share/cmake/bash-completion usr/share/doc usr/share/doc/bash-completion usr/share/perl5
> D 755 usr/share/pkgconfig
> S 644 etc bash_completion=45
> S 644 etc/profile.d bash_completion.sh=726
> P 755 usr/bin = dh_bash-completion=4414
> S 644 usr/share/cmake/bash-completion bash-completion-config-version.cmake=252
> S 644 usr/share/cmake/bash-completion bash-completion-config.cmake=393
> S 644 usr/share/doc/bash-completion changelog.Debian.gz=10902 copyright=1297
> S 644 usr/share/pkgconfig bash-completion.pc=328
> S 644 usr/share/bash-completion strata-stand-in=869564
> S 644 usr/share/perl5 strata-stand-in=131

@ debian bookworm
Package: bc
Source: bc (1.07.1-3)
Version: 1.07.1-3+b1
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.14), libreadline8 (>= 6.0)
Section: math
Priority: optional
Homepage: https://www.gnu.org/software/bc/
Description: GNU bc arbitrary precision calculator language
> D 755 usr usr/bin usr/share usr/share/doc usr/share/doc/bc
> P 755 usr/bin busybox bc=96968
> S 644 usr/share/doc/bc changelog.Debian.gz=7117 copyright=6248

@ debian bookworm
Package: busybox
Source: busybox (1:1.35.0-4+deb12u1)
Version: 1:1.35.0-4+deb12u1+b1
Architecture: amd64
Depends: libc6 (>= 2.34)
Conflicts: busybox-static
Replaces: busybox-static
Section: utils
Priority: optional
Homepage: http://www.busybox.net
Description: Tiny utilities for small and embedded systems
> D 755 bin usr usr/share usr/share/doc usr/share/doc/busybox usr/share/initramfs-tools
> D 755 usr/share/initramfs-tools/conf-hooks.d usr/share/initramfs-tools/hooks
> P 755 bin busybox busybox=772880
> S 644 usr/share/doc/busybox changelog.Debian.gz=3153 copyright=1110
> S 644 usr/share/initramfs-tools/conf-hooks.d busybox=16
> S 755 usr/share/initramfs-tools/hooks zz-busybox=1015

@ debian-security bookworm-security
Package: ca-certificates
Version: 20250419~deb12u2
Architecture: all
Multi-Arch: foreign
Depends: openssl (>= 1.1.1), debconf (>= 0.5) | debconf-2.0
Breaks: ca-certificates-java (<< 20121112+nmu1)
Section: misc
Priority: standard
Description: Common CA certificates
> D 755 etc etc/ca-certificates etc/ca-certificates/update.d etc/ssl etc/ssl/certs usr usr/sbin usr/share
> D 755 usr/share/ca-certificates usr/share/ca-certificates/mozilla usr/share/doc usr/share/doc/ca-certificates
> P 755 usr/sbin = update-ca-certificates=5672
> S 644 usr/share/ca-certificates/mozilla ACCVRAIZ1.crt=2772 AC_RAIZ_FNMT-RCM.crt=1972
> S 644 usr/share/ca-certificates/mozilla AC_RAIZ_FNMT-RCM_SERVIDORES_SEGUROS.crt=904
> S 644 usr/share/ca-certificates/mozilla ANF_Secure_Server_Root_CA.crt=2118
> S 644 usr/share/ca-certificates/mozilla Actalis_Authentication_Root_CA.crt=2049
> S 644 usr/share/ca-certificates/mozilla AffirmTrust_Commercial.crt=1204 AffirmTrust_Networking.crt=1204
> S 644 usr/share/ca-certificates/mozilla AffirmTrust_Premium.crt=1891 AffirmTrust_Premium_ECC.crt=753
> S 644 usr/share/ca-certificates/mozilla Amazon_Root_CA_1.crt=1188 Amazon_Root_CA_2.crt=1883
> S 644 usr/share/ca-certificates/mozilla Amazon_Root_CA_3.crt=656 Amazon_Root_CA_4.crt=737
> S 644 usr/share/ca-certificates/mozilla Atos_TrustedRoot_2011.crt=1261
> S 644 usr/share/ca-certificates/mozilla Atos_TrustedRoot_Root_CA_ECC_TLS_2021.crt=782
> S 644 usr/share/ca-certificates/mozilla Atos_TrustedRoot_Root_CA_RSA_TLS_2021.crt=1931
> S 644 usr/share/ca-certificates/mozilla Autoridad_de_Certificacion_Firmaprofesional_CIF_A62634068.crt=2167
> S 644 usr/share/ca-certificates/mozilla BJCA_Global_Root_CA1.crt=1952 BJCA_Global_Root_CA2.crt=806
> S 644 usr/share/ca-certificates/mozilla Baltimore_CyberTrust_Root.crt=1261 Buypass_Class_2_Root_CA.crt=1915
> S 644 usr/share/ca-certificates/mozilla Buypass_Class_3_Root_CA.crt=1915 CA_Disig_Root_R2.crt=1935
> S 644 usr/share/ca-certificates/mozilla CFCA_EV_ROOT.crt=1984 COMODO_Certification_Authority.crt=1489
> S 644 usr/share/ca-certificates/mozilla COMODO_ECC_Certification_Authority.crt=940
> S 644 usr/share/ca-certificates/mozilla COMODO_RSA_Certification_Authority.crt=2086 Certainly_Root_E1.crt=741
> S 644 usr/share/ca-certificates/mozilla Certainly_Root_R1.crt=1891 Certigna.crt=1330 Certigna_Root_CA.crt=2264
> S 644 usr/share/ca-certificates/mozilla Certum_EC-384_CA.crt=891 Certum_Trusted_Network_CA.crt=1354
> S 644 usr/share/ca-certificates/mozilla Certum_Trusted_Network_CA_2.crt=2078 Certum_Trusted_Root_CA.crt=2053
> S 644 usr/share/ca-certificates/mozilla CommScope_Public_Trust_ECC_Root-01.crt=794
> S 644 usr/share/ca-certificates/mozilla CommScope_Public_Trust_ECC_Root-02.crt=794
> S 644 usr/share/ca-certificates/mozilla CommScope_Public_Trust_RSA_Root-01.crt=1939
> S 644 usr/share/ca-certificates/mozilla CommScope_Public_Trust_RSA_Root-02.crt=1939
> S 644 usr/share/ca-certificates/mozilla D-TRUST_BR_Root_CA_1_2020.crt=1050 D-TRUST_BR_Root_CA_2_2023.crt=2025
> S 644 usr/share/ca-certificates/mozilla D-TRUST_EV_Root_CA_1_2020.crt=1050 D-TRUST_EV_Root_CA_2_2023.crt=2025
> S 644 usr/share/ca-certificates/mozilla D-TRUST_Root_Class_3_CA_2_2009.crt=1517
> S 644 usr/share/ca-certificates/mozilla D-TRUST_Root_Class_3_CA_2_EV_2009.crt=1537
> S 644 usr/share/ca-certificates/mozilla DigiCert_Assured_ID_Root_CA.crt=1350
> S 644 usr/share/ca-certificates/mozilla DigiCert_Assured_ID_Root_G2.crt=1306
> S 644 usr/share/ca-certificates/mozilla DigiCert_Assured_ID_Root_G3.crt=851 DigiCert_Global_Root_CA.crt=1338
> S 644 usr/share/ca-certificates/mozilla DigiCert_Global_Root_G2.crt=1294 DigiCert_Global_Root_G3.crt=839
> S 644 usr/share/ca-certificates/mozilla DigiCert_High_Assurance_EV_Root_CA.crt=1367
> S 644 usr/share/ca-certificates/mozilla DigiCert_TLS_ECC_P384_Root_G5.crt=790
> S 644 usr/share/ca-certificates/mozilla DigiCert_TLS_RSA4096_Root_G5.crt=1931
> S 644 usr/share/ca-certificates/mozilla DigiCert_Trusted_Root_G4.crt=1988
> S 644 usr/share/ca-certificates/mozilla Entrust.net_Premium_2048_Secure_Server_CA.crt=1505
> S 644 usr/share/ca-certificates/mozilla Entrust_Root_Certification_Authority.crt=1643
> S 644 usr/share/ca-certificates/mozilla Entrust_Root_Certification_Authority_-_EC1.crt=1090
> S 644 usr/share/ca-certificates/mozilla Entrust_Root_Certification_Authority_-_G2.crt=1533
> S 644 usr/share/ca-certificates/mozilla FIRMAPROFESIONAL_CA_ROOT-A_WEB.crt=920 GDCA_TrustAUTH_R5_ROOT.crt=1980
> S 644 usr/share/ca-certificates/mozilla GLOBALTRUST_2020.crt=1972 GTS_Root_R1.crt=1911 GTS_Root_R2.crt=1911
> S 644 usr/share/ca-certificates/mozilla GTS_Root_R3.crt=765 GTS_Root_R4.crt=765
> S 644 usr/share/ca-certificates/mozilla GlobalSign_ECC_Root_CA_-_R4.crt=704
> S 644 usr/share/ca-certificates/mozilla GlobalSign_ECC_Root_CA_-_R5.crt=794 GlobalSign_Root_CA.crt=1261
> S 644 usr/share/ca-certificates/mozilla GlobalSign_Root_CA_-_R3.crt=1229 GlobalSign_Root_CA_-_R6.crt=1972
> S 644 usr/share/ca-certificates/mozilla GlobalSign_Root_E46.crt=769 GlobalSign_Root_R46.crt=1915
> S 644 usr/share/ca-certificates/mozilla Go_Daddy_Class_2_CA.crt=1448
> S 644 usr/share/ca-certificates/mozilla Go_Daddy_Root_Certificate_Authority_-_G2.crt=1367
> S 644 usr/share/ca-certificates/mozilla HARICA_TLS_ECC_Root_CA_2021.crt=867
> S 644 usr/share/ca-certificates/mozilla HARICA_TLS_RSA_Root_CA_2021.crt=2017
> S 644 usr/share/ca-certificates/mozilla Hellenic_Academic_and_Research_Institutions_ECC_RootCA_2015.crt=1017
> S 644 usr/share/ca-certificates/mozilla Hellenic_Academic_and_Research_Institutions_RootCA_2015.crt=2155
> S 644 usr/share/ca-certificates/mozilla HiPKI_Root_CA_-_G1.crt=1939 Hongkong_Post_Root_CA_3.crt=2074
> S 644 usr/share/ca-certificates/mozilla ISRG_Root_X1.crt=1939 ISRG_Root_X2.crt=790
> S 644 usr/share/ca-certificates/mozilla IdenTrust_Commercial_Root_CA_1.crt=1923
> S 644 usr/share/ca-certificates/mozilla IdenTrust_Public_Sector_Root_CA_1.crt=1931 Izenpe.com.crt=2122
> S 644 usr/share/ca-certificates/mozilla Microsec_e-Szigno_Root_CA_2009.crt=1460
> S 644 usr/share/ca-certificates/mozilla Microsoft_ECC_Root_Certificate_Authority_2017.crt=875
> S 644 usr/share/ca-certificates/mozilla Microsoft_RSA_Root_Certificate_Authority_2017.crt=2021
> S 644 usr/share/ca-certificates/mozilla NAVER_Global_Root_Certification_Authority.crt=2013
> S 644 usr/share/ca-certificates/mozilla OISTE_WISeKey_Global_Root_GB_CA.crt=1346
> S 644 usr/share/ca-certificates/mozilla OISTE_WISeKey_Global_Root_GC_CA.crt=895 QuoVadis_Root_CA_1_G3.crt=1923
> S 644 usr/share/ca-certificates/mozilla QuoVadis_Root_CA_2.crt=2041 QuoVadis_Root_CA_2_G3.crt=1923
> S 644 usr/share/ca-certificates/mozilla QuoVadis_Root_CA_3.crt=2354 QuoVadis_Root_CA_3_G3.crt=1923
> S 644 usr/share/ca-certificates/mozilla SSL.com_EV_Root_Certification_Authority_ECC.crt=956
> S 644 usr/share/ca-certificates/mozilla SSL.com_EV_Root_Certification_Authority_RSA_R2.crt=2114
> S 644 usr/share/ca-certificates/mozilla SSL.com_Root_Certification_Authority_ECC.crt=944
> S 644 usr/share/ca-certificates/mozilla SSL.com_Root_Certification_Authority_RSA.crt=2094
> S 644 usr/share/ca-certificates/mozilla SSL.com_TLS_ECC_Root_CA_2022.crt=834
> S 644 usr/share/ca-certificates/mozilla SSL.com_TLS_RSA_Root_CA_2022.crt=1980 SZAFIR_ROOT_CA2.crt=1257
> S 644 usr/share/ca-certificates/mozilla Sectigo_Public_Server_Authentication_Root_E46.crt=834
> S 644 usr/share/ca-certificates/mozilla Sectigo_Public_Server_Authentication_Root_R46.crt=1980
> S 644 usr/share/ca-certificates/mozilla SecureSign_Root_CA12.crt=1257 SecureSign_Root_CA14.crt=1948
> S 644 usr/share/ca-certificates/mozilla SecureSign_Root_CA15.crt=802 SecureTrust_CA.crt=1350
> S 644 usr/share/ca-certificates/mozilla Secure_Global_CA.crt=1354 Security_Communication_ECC_RootCA1.crt=830
> S 644 usr/share/ca-certificates/mozilla Security_Communication_RootCA2.crt=1261 Starfield_Class_2_CA.crt=1468
> S 644 usr/share/ca-certificates/mozilla Starfield_Root_Certificate_Authority_-_G2.crt=1399
> S 644 usr/share/ca-certificates/mozilla Starfield_Services_Root_Certificate_Authority_-_G2.crt=1424
> S 644 usr/share/ca-certificates/mozilla SwissSign_Gold_CA_-_G2.crt=2045 T-TeleSec_GlobalRoot_Class_2.crt=1367
> S 644 usr/share/ca-certificates/mozilla T-TeleSec_GlobalRoot_Class_3.crt=1367
> S 644 usr/share/ca-certificates/mozilla TUBITAK_Kamu_SM_SSL_Kok_Sertifikasi_-_Surum_1.crt=1582
> S 644 usr/share/ca-certificates/mozilla TWCA_CYBER_Root_CA.crt=1984 TWCA_Global_Root_CA.crt=1883
> S 644 usr/share/ca-certificates/mozilla TWCA_Root_Certification_Authority.crt=1269
> S 644 usr/share/ca-certificates/mozilla Telekom_Security_TLS_ECC_Root_2020.crt=843
> S 644 usr/share/ca-certificates/mozilla Telekom_Security_TLS_RSA_Root_2023.crt=2037
> S 644 usr/share/ca-certificates/mozilla TeliaSonera_Root_CA_v1.crt=1870 Telia_Root_CA_v2.crt=1952
> S 644 usr/share/ca-certificates/mozilla TrustAsia_Global_Root_CA_G3.crt=2017
> S 644 usr/share/ca-certificates/mozilla TrustAsia_Global_Root_CA_G4.crt=871
> S 644 usr/share/ca-certificates/mozilla Trustwave_Global_Certification_Authority.crt=2090
> S 644 usr/share/ca-certificates/mozilla Trustwave_Global_ECC_P256_Certification_Authority.crt=883
> S 644 usr/share/ca-certificates/mozilla Trustwave_Global_ECC_P384_Certification_Authority.crt=969
> S 644 usr/share/ca-certificates/mozilla TunTrust_Root_CA.crt=2037 UCA_Extended_Validation_Root.crt=1915
> S 644 usr/share/ca-certificates/mozilla UCA_Global_G2_Root.crt=1891
> S 644 usr/share/ca-certificates/mozilla USERTrust_ECC_Certification_Authority.crt=948
> S 644 usr/share/ca-certificates/mozilla USERTrust_RSA_Certification_Authority.crt=2094
> S 644 usr/share/ca-certificates/mozilla XRamp_Global_CA_Root.crt=1513 certSIGN_ROOT_CA.crt=1176
> S 644 usr/share/ca-certificates/mozilla certSIGN_Root_CA_G2.crt=1891 e-Szigno_Root_CA_2017.crt=843
> S 644 usr/share/ca-certificates/mozilla ePKI_Root_Certification_Authority.crt=2033
> S 644 usr/share/ca-certificates/mozilla emSign_ECC_Root_CA_-_C3.crt=814 emSign_Root_CA_-_C1.crt=1257
> S 644 usr/share/ca-certificates/mozilla emSign_Root_CA_-_G1.crt=1302 vTrus_ECC_Root_CA.crt=774
> S 644 usr/share/ca-certificates/mozilla vTrus_Root_CA.crt=1911
> S 644 usr/share/doc/ca-certificates copyright=18940

@ debian bookworm
Package: curl
Version: 7.88.1-10+deb12u15
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.34), libcurl4 (= 7.88.1-10+deb12u15), zlib1g (>= 1:1.1.4)
Section: web
Priority: optional
Homepage: https://curl.se/
Description: command line tool for transferring data with URL syntax
> D 755 usr usr/bin usr/share usr/share/doc usr/share/doc/curl
> P 755 usr/bin = curl=280800
> S 644 usr/share/doc/curl changelog.Debian.gz=9058 copyright=21749

@ debian bookworm
Package: dos2unix
Version: 7.4.3-1
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.33)
Section: text
Priority: optional
Homepage: https://waterlan.home.xs4all.nl/dos2unix.html
Description: convert text file line endings between CRLF and LF
> D 755 usr usr/bin usr/share usr/share/doc usr/share/doc/dos2unix
> P 755 usr/bin busybox dos2unix=59648 unix2dos=59648
> S 644 usr/share/doc/dos2unix changelog.Debian.gz=2871 copyright=3267
> L usr/bin mac2unix=dos2unix unix2mac=unix2dos

@ debian bookworm
Package: iproute2
Version: 6.1.0-3
Architecture: amd64
Multi-Arch: foreign
Depends: debconf (>= 0.5) | debconf-2.0, libbpf1 (>= 1:0.6.0), libbsd0 (>= 0.0), libc6 (>= 2.34), libcap2 (>= 1:2.10), libdb5.3, libelf1 (>= 0.131), libmnl0 (>= 1.0.3-4~), libselinux1 (>= 3.1~), libtirpc3 (>= 1.0.2), libxtables12 (>= 1.6.0+snapshot20161117), libcap2-bin
Recommends: libatm1 (>= 2.4.1-17~)
Suggests: iproute2-doc, python3:any
Conflicts: arpd, iproute (<< 20130000-1)
Replaces: iproute
Provides: arpd
Section: net
Priority: important
Homepage: https://wiki.linuxfoundation.org/networking/iproute2
Description: networking and traffic control tools
! conffile /etc/iproute2/bpf_pinning
! conffile /etc/iproute2/ematch_map
! conffile /etc/iproute2/group
! conffile /etc/iproute2/nl_protos
! conffile /etc/iproute2/rt_dsfield
! conffile /etc/iproute2/rt_protos
! conffile /etc/iproute2/rt_protos.d/README
! conffile /etc/iproute2/rt_realms
! conffile /etc/iproute2/rt_scopes
! conffile /etc/iproute2/rt_tables
! conffile /etc/iproute2/rt_tables.d/README
> D 755 bin etc etc/iproute2 etc/iproute2/rt_protos.d etc/iproute2/rt_tables.d sbin usr usr/bin usr/include
> D 755 usr/include/iproute2 usr/lib usr/lib/x86_64-linux-gnu usr/lib/x86_64-linux-gnu/tc usr/sbin usr/share
> D 755 usr/share/bash-completion usr/share/doc usr/share/doc/iproute2
> P 755 bin busybox ip=691016
> P 755 bin = ss=193680
> S 644 etc/iproute2 bpf_pinning=85 ematch_map=81 group=31 nl_protos=262 rt_dsfield=331 rt_protos=219
> S 644 etc/iproute2 rt_realms=112 rt_scopes=92 rt_tables=87
> S 644 etc/iproute2/rt_protos.d README=144
> S 644 etc/iproute2/rt_tables.d README=144
> P 755 sbin = bridge=156200 dcb=148072 devlink=226280 rtacct=45432 rtmon=115144 tipc=156264 vdpa=119464
> P 755 sbin busybox tc=587776
> P 755 usr/bin = lnstat=27224 nstat=106952 rdma=184936 routel=1658
> S 644 usr/include/iproute2 bpf_elf.h=1271
> S 644 usr/lib/x86_64-linux-gnu/tc experimental.dist=23077 m_xt.so=14560 normal.dist=23573 pareto.dist=23729
> S 644 usr/lib/x86_64-linux-gnu/tc paretonormal.dist=23447 q_atm.so=14496
> P 755 usr/sbin = arpd=106984 genl=119304
> S 644 usr/share/doc/iproute2 changelog.Debian.gz=2038 copyright=2691
> L sbin ip=/bin/ip
> L usr/bin ctstat=lnstat rtstat=lnstat
> L usr/lib/x86_64-linux-gnu/tc m_ipt.so=m_xt.so
> S 644 usr/share/bash-completion strata-stand-in=54883

@ debian bookworm
Package: iputils-ping
Source: iputils
Version: 3:20221126-1+deb12u1
Architecture: amd64
Multi-Arch: foreign
Depends: libcap2-bin, libc6 (>= 2.34), libcap2 (>= 1:2.10), libidn2-0 (>= 0.6)
Provides: ping
Section: net
Priority: important
Homepage: https://github.com/iputils/iputils/
Description: Tools to test the reachability of network hosts
> D 755 bin usr usr/share usr/share/doc usr/share/doc/iputils-ping
> P 755 bin busybox ping=90568
> S 644 usr/share/doc/iputils-ping changelog.Debian.gz=1103 copyright=2893
> L bin ping4=ping ping6=ping

@ debian-security bookworm-security
Package: jq
Version: 1.6-2.1+deb12u3
Architecture: amd64
Multi-Arch: foreign
Depends: libjq1 (= 1.6-2.1+deb12u3), libc6 (>= 2.34)
Section: utils
Priority: optional
Homepage: https://github.com/stedolan/jq
Description: lightweight and flexible command-line JSON processor
> D 755 usr usr/bin usr/share usr/share/doc usr/share/doc/jq
> P 755 usr/bin = jq=30800
> S 644 usr/share/doc/jq changelog.Debian.gz=1548 copyright=20973

@ debian bookworm
Package: krb5-locales
Source: krb5
Version: 1.20.1-2+deb12u5
Architecture: all
Multi-Arch: foreign
Section: localization
Priority: standard
Homepage: https://web.mit.edu/kerberos/
Description: internationalization support for MIT Kerberos
> D 755 usr usr/share usr/share/doc usr/share/doc/krb5-locales
> S 644 usr/share/doc/krb5-locales changelog.Debian.gz=3709 copyright=63047

@ debian bookworm
Package: less
Version: 590-2.1~deb12u2
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.34), libtinfo6 (>= 6)
Section: text
Priority: important
Homepage: http://www.greenwoodsoftware.com/less/
Description: pager program similar to more
> D 755 usr usr/bin usr/lib usr/lib/mime usr/lib/mime/packages usr/share usr/share/doc usr/share/doc/less
> P 755 usr/bin busybox less=198960
> P 755 usr/bin = lessecho=14584 lesskey=24200
> P 755 usr/bin = lesspipe=9047
> S 644 usr/lib/mime/packages less=90
> S 644 usr/share/doc/less changelog.Debian.gz=1598 copyright=4579
> L usr/bin lessfile=lesspipe

@ debian bookworm
Package: libatm1
Source: linux-atm (1:2.5.1-4)
Version: 1:2.5.1-4+b2
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.34)
Section: libs
Priority: optional
Homepage: http://linux-atm.sourceforge.net/
Description: shared library for ATM (Asynchronous Transfer Mode)
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libatm1
> S 644 usr/lib/x86_64-linux-gnu libatm.so.1.0.0=43720
> S 644 usr/share/doc/libatm1 changelog.Debian.gz=501 copyright=2449
> L usr/lib/x86_64-linux-gnu libatm.so.1=libatm.so.1.0.0

@ debian bookworm
Package: libbpf1
Source: libbpf (1.1.2-0+deb12u1)
Version: 1:1.1.2-0+deb12u1
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.34), libelf1 (>= 0.144), zlib1g (>= 1:1.2.3.3)
Section: libs
Priority: optional
Description: eBPF helper library (shared library)
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libbpf1
> S 644 usr/lib/x86_64-linux-gnu libbpf.so.1.1.2=358880
> S 644 usr/share/doc/libbpf1 changelog.Debian.gz=1134 copyright=6475
> L usr/lib/x86_64-linux-gnu libbpf.so.1=libbpf.so.1.1.2

@ debian-security bookworm-security
Package: libbrotli1
Source: brotli
Version: 1.0.9-2+deb12u1
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.29)
Section: libs
Priority: optional
Homepage: https://github.com/google/brotli
Description: library implementing brotli encoder and decoder (shared libraries)
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libbrotli1
> S 644 usr/lib/x86_64-linux-gnu libbrotlicommon.so.1.0.9=137376 libbrotlidec.so.1.0.9=47264
> S 644 usr/lib/x86_64-linux-gnu libbrotlienc.so.1.0.9=591920
> S 644 usr/share/doc/libbrotli1 changelog.Debian.gz=1086 copyright=1354
> L usr/lib/x86_64-linux-gnu libbrotlicommon.so.1=libbrotlicommon.so.1.0.9
> L usr/lib/x86_64-linux-gnu libbrotlidec.so.1=libbrotlidec.so.1.0.9 libbrotlienc.so.1=libbrotlienc.so.1.0.9

@ debian bookworm
Package: libbsd0
Source: libbsd
Version: 0.11.7-2
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.34), libmd0 (>= 1.0.3-2)
Section: libs
Priority: optional
Homepage: https://libbsd.freedesktop.org/
Description: utility functions from BSD systems - shared library
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libbsd0
> S 644 usr/lib/x86_64-linux-gnu libbsd.so.0.11.7=84840
> S 644 usr/share/doc/libbsd0 changelog.Debian.gz=7426 copyright=23960
> L usr/lib/x86_64-linux-gnu libbsd.so.0=libbsd.so.0.11.7

@ debian bookworm
Package: libc-ares2
Source: c-ares
Version: 1.18.1-3
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.17)
Conflicts: libcares2
Replaces: libc-ares1
Section: libs
Priority: optional
Homepage: https://c-ares.org/
Description: asynchronous name resolver
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libc-ares2
> S 644 usr/lib/x86_64-linux-gnu libcares.so.2.5.1=92024
> S 644 usr/share/doc/libc-ares2 changelog.Debian.gz=1062 copyright=3241
> L usr/lib/x86_64-linux-gnu libcares.so.2=libcares.so.2.5.1

@ debian bookworm
Package: libcap2-bin
Source: libcap2 (1:2.66-4+deb12u3)
Version: 1:2.66-4+deb12u3+b1
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.34), libcap2 (>= 1:2.63)
Recommends: libpam-cap
Breaks: libcap-bin
Replaces: libcap-bin
Section: utils
Priority: optional
Homepage: https://sites.google.com/site/fullycapable/
Description: POSIX 1003.1e capabilities (utilities)
> D 755 sbin usr usr/share usr/share/doc usr/share/doc/libcap2-bin
> P 755 sbin = capsh=54568 getcap=14576 getpcaps=14576 setcap=14576
> S 644 usr/share/doc/libcap2-bin changelog.Debian.gz=2557 copyright=4631

@ debian bookworm
Package: libcurl4
Source: curl
Version: 7.88.1-10+deb12u15
Architecture: amd64
Multi-Arch: same
Depends: libbrotli1 (>= 0.6.0), libc6 (>= 2.34), libgssapi-krb5-2 (>= 1.17), libidn2-0 (>= 0.6), libldap-2.5-0 (>= 2.5.4), libnghttp2-14 (>= 1.50.0), libpsl5 (>= 0.16.0), librtmp1 (>= 2.3), libssh2-1 (>= 1.7.0), libssl3 (>= 3.0.0), libzstd1 (>= 1.5.2), zlib1g (>= 1:1.1.4)
Recommends: ca-certificates
Conflicts: libcurl3
Replaces: libcurl3
Section: libs
Priority: optional
Homepage: https://curl.se/
Description: easy-to-use client-side URL transfer library (OpenSSL flavour)
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libcurl4
> S 644 usr/lib/x86_64-linux-gnu libcurl.so.4.8.0=712120
> S 644 usr/share/doc/libcurl4 changelog.Debian.gz=9059 copyright=21749
> L usr/lib/x86_64-linux-gnu libcurl.so.4=libcurl.so.4.8.0

@ debian bookworm
Package: libelf1
Source: elfutils
Version: 0.188-2.1
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.34), zlib1g (>= 1:1.1.4)
Section: libs
Priority: optional
Homepage: https://sourceware.org/elfutils/
Description: library to read and write ELF files
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libelf1
> S 644 usr/lib/x86_64-linux-gnu libelf-0.188.so=109088
> S 644 usr/share/doc/libelf1 changelog.Debian.gz=3477 copyright=8709
> L usr/lib/x86_64-linux-gnu libelf.so.1=libelf-0.188.so

@ debian bookworm
Package: libgpm2
Source: gpm (1.20.7-10)
Version: 1.20.7-10+b1
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.33)
Suggests: gpm
Section: libs
Priority: optional
Homepage: https://nico.schottelius.org/software/gpm/
Description: General Purpose Mouse - shared library
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libgpm2
> S 644 usr/lib/x86_64-linux-gnu libgpm.so.2=26552
> S 644 usr/share/doc/libgpm2 changelog.Debian.gz=1403 copyright=2719

@ debian bookworm
Package: libgssapi-krb5-2
Source: krb5
Version: 1.20.1-2+deb12u5
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.33), libcom-err2 (>= 1.43.9), libk5crypto3 (>= 1.20), libkrb5-3 (= 1.20.1-2+deb12u5), libkrb5support0 (>= 1.15~beta1)
Suggests: krb5-doc, krb5-user
Breaks: moonshot-gss-eap (<= 1.0)
Section: libs
Priority: optional
Homepage: https://web.mit.edu/kerberos/
Description: MIT Kerberos runtime libraries - krb5 GSS-API Mechanism
! trigger activate-noawait ldconfig
> D 755 etc etc/gss etc/gss/mech.d usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc
> D 755 usr/share/doc/libgssapi-krb5-2
> S 644 usr/lib/x86_64-linux-gnu libgssapi_krb5.so.2.2=338680
> S 644 usr/share/doc/libgssapi-krb5-2 changelog.Debian.gz=3713 copyright=63047
> L usr/lib/x86_64-linux-gnu libgssapi_krb5.so.2=libgssapi_krb5.so.2.2

@ debian bookworm
Package: libicu72
Source: icu
Version: 72.1-3+deb12u1
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.34), libgcc-s1 (>= 3.0), libstdc++6 (>= 12)
Breaks: libiculx63 (<< 63.1-5), openttd (<< 1.8.0-2~)
Replaces: libiculx63 (<< 63.1-5)
Section: libs
Priority: optional
Homepage: https://icu.unicode.org/
Description: International Components for Unicode
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libicu72
> S 644 usr/lib/x86_64-linux-gnu libicudata.so.72.1=31262256 libicui18n.so.72.1=3307688 libicuio.so.72.1=59552
> S 644 usr/lib/x86_64-linux-gnu libicutest.so.72.1=81400 libicutu.so.72.1=220072 libicuuc.so.72.1=2078888
> S 644 usr/share/doc/libicu72 changelog.Debian.gz=1713 copyright=2214
> L usr/lib/x86_64-linux-gnu libicudata.so.72=libicudata.so.72.1 libicui18n.so.72=libicui18n.so.72.1
> L usr/lib/x86_64-linux-gnu libicuio.so.72=libicuio.so.72.1 libicutest.so.72=libicutest.so.72.1
> L usr/lib/x86_64-linux-gnu libicutu.so.72=libicutu.so.72.1 libicuuc.so.72=libicuuc.so.72.1

@ debian-security bookworm-security
Package: libjq1
Source: jq
Version: 1.6-2.1+deb12u3
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.36), libonig5 (>= 6.8.1)
Section: libs
Priority: optional
Homepage: https://github.com/stedolan/jq
Description: lightweight and flexible command-line JSON processor - shared library
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libjq1
> S 644 usr/lib/x86_64-linux-gnu libjq.so.1.0.4=321632
> S 644 usr/share/doc/libjq1 changelog.Debian.gz=1549 copyright=20973
> L usr/lib/x86_64-linux-gnu libjq.so.1=libjq.so.1.0.4

@ debian bookworm
Package: libk5crypto3
Source: krb5
Version: 1.20.1-2+deb12u5
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.33), libkrb5support0 (>= 1.20)
Suggests: krb5-doc, krb5-user
Breaks: libgssapi-krb5-2 (<= 1.18~), libkrb5-3 (<= 1.18~)
Section: libs
Priority: optional
Homepage: https://web.mit.edu/kerberos/
Description: MIT Kerberos runtime libraries - Crypto Library
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libk5crypto3
> S 644 usr/lib/x86_64-linux-gnu libk5crypto.so.3.1=183048
> S 644 usr/share/doc/libk5crypto3 changelog.Debian.gz=3707 copyright=63047
> L usr/lib/x86_64-linux-gnu libk5crypto.so.3=libk5crypto.so.3.1

@ debian bookworm
Package: libkeyutils1
Source: keyutils
Version: 1.6.3-2
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.14)
Section: libs
Priority: optional
Homepage: https://git.kernel.org/pub/scm/linux/kernel/git/dhowells/keyutils.git
Description: Linux Key Management Utilities (library)
! trigger activate-noawait ldconfig
> D 755 lib lib/x86_64-linux-gnu usr usr/share usr/share/doc usr/share/doc/libkeyutils1
> S 644 lib/x86_64-linux-gnu libkeyutils.so.1.10=22448
> S 644 usr/share/doc/libkeyutils1 changelog.Debian.gz=665 copyright=2104
> L lib/x86_64-linux-gnu libkeyutils.so.1=libkeyutils.so.1.10

@ debian bookworm
Package: libkrb5-3
Source: krb5
Version: 1.20.1-2+deb12u5
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.34), libcom-err2 (>= 1.43.9), libk5crypto3 (>= 1.20), libkeyutils1 (>= 1.5.9), libkrb5support0 (= 1.20.1-2+deb12u5), libssl3 (>= 3.0.0)
Recommends: krb5-locales
Suggests: krb5-doc, krb5-user
Breaks: libapache2-mod-auth-kerb (<= 5.4-2.4), libsmbclient (<= 2:3.6.1-2), sssd (<= 1.2.1-4.3)
Section: libs
Priority: optional
Homepage: https://web.mit.edu/kerberos/
Description: MIT Kerberos runtime libraries
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/lib/x86_64-linux-gnu/krb5 usr/lib/x86_64-linux-gnu/krb5/plugins
> D 755 usr/lib/x86_64-linux-gnu/krb5/plugins/libkrb5 usr/lib/x86_64-linux-gnu/krb5/plugins/preauth usr/share
> D 755 usr/share/doc usr/share/doc/libkrb5-3
> S 644 usr/lib/x86_64-linux-gnu/krb5/plugins/preauth spake.so=85592
> S 644 usr/lib/x86_64-linux-gnu libkrb5.so.3.3=888080
> S 644 usr/share/doc/libkrb5-3 changelog.Debian.gz=3708 copyright=63047
> L usr/lib/x86_64-linux-gnu libkrb5.so.3=libkrb5.so.3.3

@ debian bookworm
Package: libkrb5support0
Source: krb5
Version: 1.20.1-2+deb12u5
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.34)
Breaks: libgssapi-krb5-2 (<< 1.20), libk5crypto3 (<< 1.20), libkadm5clnt-mit9 (<< 1.13~alpha1-1), libkadm5srv-mit9 (<< 1.13~alpha1-1), libkdb5-8 (<< 1.16)
Section: libs
Priority: optional
Homepage: https://web.mit.edu/kerberos/
Description: MIT Kerberos runtime libraries - Support library
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libkrb5support0
> S 644 usr/lib/x86_64-linux-gnu libkrb5support.so.0.1=52224
> S 644 usr/share/doc/libkrb5support0 changelog.Debian.gz=3707 copyright=63047
> L usr/lib/x86_64-linux-gnu libkrb5support.so.0=libkrb5support.so.0.1

@ debian bookworm
Package: libldap-2.5-0
Source: openldap
Version: 2.5.13+dfsg-5
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.34), libgnutls30 (>= 3.7.5), libsasl2-2 (>= 2.1.28+dfsg)
Recommends: libldap-common
Conflicts: ldap-utils (<= 2.1.23-1)
Replaces: libldap-2.3-0, libldap2
Section: libs
Priority: optional
Homepage: https://www.openldap.org/
Description: OpenLDAP libraries
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libldap-2.5-0
> S 644 usr/lib/x86_64-linux-gnu liblber-2.5.so.0.1.8=63832 libldap-2.5.so.0.1.8=380432
> S 644 usr/share/doc/libldap-2.5-0 changelog.Debian.gz=7838 copyright=62837
> L usr/lib/x86_64-linux-gnu liblber-2.5.so.0=liblber-2.5.so.0.1.8 libldap-2.5.so.0=libldap-2.5.so.0.1.8

@ debian bookworm
Package: libldap-common
Source: openldap
Version: 2.5.13+dfsg-5
Architecture: all
Multi-Arch: foreign
Replaces: libldap-2.4-2 (<< 2.4.44+dfsg-1)
Section: libs
Priority: optional
Homepage: https://www.openldap.org/
Description: OpenLDAP common files for libraries
! conffile /etc/ldap/ldap.conf
> D 755 etc etc/ldap usr usr/share usr/share/doc usr/share/doc/libldap-common
> S 644 etc/ldap ldap.conf=334
> S 644 usr/share/doc/libldap-common changelog.Debian.gz=7838 copyright=62837

@ debian bookworm
Package: libmnl0
Source: libmnl
Version: 1.0.4-3
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.14)
Section: libs
Priority: optional
Homepage: https://netfilter.org/projects/libmnl/
Description: minimalistic Netlink communication library
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libmnl0
> S 644 usr/lib/x86_64-linux-gnu libmnl.so.0.2.0=26616
> S 644 usr/share/doc/libmnl0 changelog.Debian.gz=2634 copyright=2193
> L usr/lib/x86_64-linux-gnu libmnl.so.0=libmnl.so.0.2.0

@ debian bookworm
Package: libncursesw6
Source: ncurses
Version: 6.4-4
Architecture: amd64
Multi-Arch: same
Depends: libtinfo6 (= 6.4-4), libc6 (>= 2.34)
Recommends: libgpm2
Section: libs
Priority: optional
Homepage: https://invisible-island.net/ncurses/
Description: shared libraries for terminal handling (wide character support)
! trigger activate-noawait ldconfig
> D 755 lib lib/x86_64-linux-gnu usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc
> S 644 lib/x86_64-linux-gnu libncursesw.so.6.4=231344
> S 644 usr/lib/x86_64-linux-gnu libformw.so.6.4=77200 libmenuw.so.6.4=43416 libpanelw.so.6.4=22528
> L lib/x86_64-linux-gnu libncursesw.so.6=libncursesw.so.6.4
> L usr/lib/x86_64-linux-gnu libformw.so.6=libformw.so.6.4 libmenuw.so.6=libmenuw.so.6.4
> L usr/lib/x86_64-linux-gnu libpanelw.so.6=libpanelw.so.6.4
> L usr/share/doc libncursesw6=libtinfo6

@ debian bookworm
Package: libnghttp2-14
Source: nghttp2
Version: 1.52.0-1+deb12u3
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.17)
Section: libs
Priority: optional
Homepage: https://nghttp2.org/
Description: library implementing HTTP/2 protocol (shared library)
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libnghttp2-14
> S 644 usr/lib/x86_64-linux-gnu libnghttp2.so.14.24.1=190928
> S 644 usr/share/doc/libnghttp2-14 changelog.Debian.gz=1437 copyright=6535
> L usr/lib/x86_64-linux-gnu libnghttp2.so.14=libnghttp2.so.14.24.1

@ debian-security bookworm-security
Package: libnode108
Source: nodejs
Version: 18.20.4+dfsg-1~deb12u3
Architecture: amd64
Multi-Arch: same
Depends: libbrotli1 (>= 1.0.0), libc-ares2 (>= 1.18.1~), libc6 (>= 2.34), libgcc-s1 (>= 3.4), libicu72 (>= 72.1~rc-1~), libnghttp2-14 (>= 1.41.0), libssl3 (>= 3.0.0), libstdc++6 (>= 11), libuv1 (>= 1.44.1), zlib1g (>= 1:1.1.4), node-acorn (>= 6.2.1~), node-cjs-module-lexer (>= 1.2.2~), node-undici (>= 5.0.0~)
Conflicts: nodejs-legacy
Breaks: libnode64 (<< 10.24.1~), libnode72 (<< 13), node-modern-syslog (<< 1.1.4-2)
Replaces: libnode72, libnode83, libnode93, nodejs-legacy
Section: libs
Priority: optional
Homepage: https://nodejs.org/
Description: evented I/O for V8 javascript - runtime library
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libnode108
> S 644 usr/lib/x86_64-linux-gnu libnode.so.108=47461152
> S 644 usr/share/doc/libnode108 changelog.Debian.gz=13237 copyright=58751

@ debian bookworm
Package: libonig5
Source: libonig
Version: 6.9.8-1
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.14)
Section: libs
Priority: optional
Homepage: https://github.com/kkos/oniguruma
Description: regular expressions library
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libonig5
> S 644 usr/lib/x86_64-linux-gnu libonig.so.5.3.0=614016
> S 644 usr/share/doc/libonig5 changelog.Debian.gz=3863 copyright=2491
> L usr/lib/x86_64-linux-gnu libonig.so.5=libonig.so.5.3.0

@ debian bookworm
Package: libpam-cap
Source: libcap2 (1:2.66-4+deb12u3)
Version: 1:2.66-4+deb12u3+b1
Architecture: amd64
Multi-Arch: same
Depends: libpam-runtime (>= 1.1.3-2~), libc6 (>= 2.4), libcap2 (>= 1:2.63), libpam0g (>= 0.99.7.1)
Breaks: libcap2-bin (<< 1:2.66-1)
Replaces: libcap2-bin (<< 1:2.66-1)
Section: libs
Priority: optional
Homepage: https://sites.google.com/site/fullycapable/
Description: POSIX 1003.1e capabilities (PAM module)
! conffile /etc/security/capability.conf
> D 755 etc etc/security lib lib/x86_64-linux-gnu lib/x86_64-linux-gnu/security usr usr/share usr/share/doc
> D 755 usr/share/doc/libpam-cap usr/share/pam-configs
> S 644 etc/security capability.conf=2425
> S 644 lib/x86_64-linux-gnu/security pam_cap.so=14248
> S 644 usr/share/doc/libpam-cap changelog.Debian.gz=2557 copyright=4631
> S 644 usr/share/pam-configs capability=124

@ debian bookworm
Package: libproc2-0
Source: procps
Version: 2:4.0.2-3
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.34), libsystemd0 (>= 209)
Replaces: procps (<< 1:3.3.2-1)
Section: libs
Priority: optional
Homepage: https://gitlab.com/procps-ng/procps
Description: library for accessing process information from /proc
! trigger activate-noawait ldconfig
> D 755 lib lib/x86_64-linux-gnu usr usr/share usr/share/doc usr/share/doc/libproc2-0
> S 644 lib/x86_64-linux-gnu libproc2.so.0.0.1=203272
> S 644 usr/share/doc/libproc2-0 changelog.Debian.gz=2136 copyright=3974
> L lib/x86_64-linux-gnu libproc2.so.0=libproc2.so.0.0.1

@ debian bookworm
Package: libpsl5
Source: libpsl
Version: 0.21.2-1
Architecture: amd64
Multi-Arch: same
Depends: libidn2-0 (>= 0.16), libc6 (>= 2.33), libunistring2 (>= 0.9.7)
Recommends: publicsuffix (>= 20150507)
Section: libs
Priority: optional
Homepage: https://github.com/rockdaboot/libpsl
Description: Library for Public Suffix List (shared libraries)
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libpsl5
> S 644 usr/lib/x86_64-linux-gnu libpsl.so.5.3.4=75616
> S 644 usr/share/doc/libpsl5 changelog.Debian.gz=1034 copyright=3310
> L usr/lib/x86_64-linux-gnu libpsl.so.5=libpsl.so.5.3.4

@ debian bookworm
Package: libreadline8
Source: readline
Version: 8.2-1.3
Architecture: amd64
Multi-Arch: same
Depends: readline-common, libc6 (>= 2.33), libtinfo6 (>= 6)
Section: libs
Priority: optional
Description: GNU readline and history libraries, run-time libraries
! trigger activate-noawait ldconfig
> D 755 etc lib lib/x86_64-linux-gnu usr usr/share usr/share/doc usr/share/doc/libreadline8
> S 644 lib/x86_64-linux-gnu libhistory.so.8.2=51648 libreadline.so.8.2=354536
> S 644 usr/share/doc/libreadline8 changelog.Debian.gz=1230 copyright=4414
> L lib/x86_64-linux-gnu libhistory.so.8=libhistory.so.8.2 libreadline.so.8=libreadline.so.8.2

@ debian bookworm
Package: librtmp1
Source: rtmpdump (2.4+20151223.gitfa8646d.1-2)
Version: 2.4+20151223.gitfa8646d.1-2+b2
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.14), libgmp10, libgnutls30 (>= 3.6.14), libhogweed6, libnettle8, zlib1g (>= 1:1.1.4)
Section: libs
Priority: optional
Homepage: http://rtmpdump.mplayerhq.hu/
Description: toolkit for RTMP streams (shared library)
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/librtmp1
> S 644 usr/lib/x86_64-linux-gnu librtmp.so.1=122280
> S 644 usr/share/doc/librtmp1 changelog.Debian.gz=2819 copyright=2726

@ debian-security bookworm-security
Package: libsasl2-2
Source: cyrus-sasl2
Version: 2.1.28+dfsg-10+deb12u1
Architecture: amd64
Multi-Arch: same
Depends: libsasl2-modules-db (>= 2.1.28+dfsg-10+deb12u1), libc6 (>= 2.34)
Recommends: libsasl2-modules (>= 2.1.28+dfsg-10+deb12u1)
Replaces: libsasl2
Section: libs
Priority: optional
Homepage: https://www.cyrusimap.org/sasl/
Description: Cyrus SASL - authentication abstraction library
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/sasl2 usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libsasl2-2
> S 644 usr/lib/x86_64-linux-gnu libsasl2.so.2.0.25=113392
> S 644 usr/share/doc/libsasl2-2 changelog.Debian.gz=2931 copyright=32354
> L usr/lib/x86_64-linux-gnu libsasl2.so.2=libsasl2.so.2.0.25

@ debian-security bookworm-security
Package: libsasl2-modules
Source: cyrus-sasl2
Version: 2.1.28+dfsg-10+deb12u1
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.14), libssl3 (>= 3.0.0)
Suggests: libsasl2-modules-gssapi-mit | libsasl2-modules-gssapi-heimdal, libsasl2-modules-ldap, libsasl2-modules-otp, libsasl2-modules-sql
Breaks: libsasl2-modules-gssapi-mit (<< 2.1.28+dfsg-4)
Replaces: libsasl2-modules-gssapi-mit (<< 2.1.28+dfsg-4)
Section: libs
Priority: optional
Homepage: https://www.cyrusimap.org/sasl/
Description: Cyrus SASL - pluggable authentication modules
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/lib/x86_64-linux-gnu/sasl2 usr/share usr/share/doc
> D 755 usr/share/doc/libsasl2-modules
> S 644 usr/share/doc/libsasl2-modules changelog.Debian.gz=2930 copyright=32354

@ debian-security bookworm-security
Package: libsasl2-modules-db
Source: cyrus-sasl2
Version: 2.1.28+dfsg-10+deb12u1
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.14), libdb5.3
Section: libs
Priority: optional
Homepage: https://www.cyrusimap.org/sasl/
Description: Cyrus SASL - pluggable authentication modules (DB)
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/lib/x86_64-linux-gnu/sasl2 usr/share usr/share/doc
> D 755 usr/share/doc/libsasl2-modules-db
> S 644 usr/share/doc/libsasl2-modules-db changelog.Debian.gz=2933 copyright=32354

@ debian-security bookworm-security
Package: libssh2-1
Source: libssh2
Version: 1.10.0-3+deb12u1
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.14), libssl3 (>= 3.0.0), zlib1g (>= 1:1.1.4)
Section: libs
Priority: optional
Homepage: https://libssh2.org/
Description: SSH2 client-side library
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libssh2-1
> S 644 usr/lib/x86_64-linux-gnu libssh2.so.1.0.1=260552
> S 644 usr/share/doc/libssh2-1 changelog.Debian.gz=1845 copyright=2099
> L usr/lib/x86_64-linux-gnu libssh2.so.1=libssh2.so.1.0.1

@ debian-security bookworm-security
Package: libssl3
Source: openssl
Version: 3.0.22-1~deb12u2
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.34)
Section: libs
Priority: optional
Homepage: https://www.openssl.org/
Description: Secure Sockets Layer toolkit - shared libraries
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/lib/x86_64-linux-gnu/engines-3
> D 755 usr/lib/x86_64-linux-gnu/ossl-modules usr/share usr/share/doc usr/share/doc/libssl3
> S 644 usr/lib/x86_64-linux-gnu libcrypto.so.3=4742424 libssl.so.3=688160
> S 644 usr/share/doc/libssl3 changelog.Debian.gz=6184 copyright=2543

@ debian bookworm
Package: libtirpc-common
Source: libtirpc
Version: 1.3.3+ds-1
Architecture: all
Multi-Arch: foreign
Breaks: libtirpc1, libtirpc3 (<< 1.1.4-0.1~)
Replaces: libtirpc1, libtirpc3 (<< 1.1.4-0.1~)
Section: libs
Priority: optional
Homepage: http://sourceforge.net/projects/libtirpc
Description: transport-independent RPC library - common files
! conffile /etc/netconfig
> D 755 etc usr usr/share usr/share/doc usr/share/doc/libtirpc-common
> S 644 etc netconfig=767
> S 644 usr/share/doc/libtirpc-common changelog.Debian.gz=4590 copyright=13121

@ debian bookworm
Package: libtirpc3
Source: libtirpc
Version: 1.3.3+ds-1
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.34), libgssapi-krb5-2 (>= 1.17), libtirpc-common (>= 1.3.3+ds-1)
Breaks: nfs-common (<< 1:1.2.8-7), nfs-kernel-server (<< 1:1.2.8-7)
Section: libs
Priority: optional
Homepage: http://sourceforge.net/projects/libtirpc
Description: transport-independent RPC library
! trigger activate-noawait ldconfig
> D 755 lib lib/x86_64-linux-gnu usr usr/share usr/share/doc usr/share/doc/libtirpc3
> S 644 lib/x86_64-linux-gnu libtirpc.so.3.0.0=186832
> S 644 usr/share/doc/libtirpc3 changelog.Debian.gz=4590 copyright=13121
> L lib/x86_64-linux-gnu libtirpc.so.3=libtirpc.so.3.0.0

@ debian bookworm
Package: libuv1
Version: 1.44.2-1+deb12u1
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.34)
Section: libs
Priority: optional
Homepage: https://github.com/libuv/libuv
Description: asynchronous event notification library - runtime library
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libuv1
> S 644 usr/lib/x86_64-linux-gnu libuv.so.1.0.0=194488
> S 644 usr/share/doc/libuv1 changelog.Debian.gz=1682 copyright=32524
> L usr/lib/x86_64-linux-gnu libuv.so.1=libuv.so.1.0.0

@ debian bookworm
Package: libxtables12
Source: iptables
Version: 1.8.9-2
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.34)
Breaks: libxtables11 (>= 1.6.0+snapshot20161117-1)
Replaces: libxtables11 (>= 1.6.0+snapshot20161117-1)
Section: libs
Priority: optional
Homepage: https://www.netfilter.org/
Description: netfilter xtables library
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libxtables12
> S 644 usr/lib/x86_64-linux-gnu libxtables.so.12.7.0=67504
> S 644 usr/share/doc/libxtables12 changelog.Debian.gz=2097 copyright=14495
> L usr/lib/x86_64-linux-gnu libxtables.so.12=libxtables.so.12.7.0

@ debian bookworm
Package: nano
Version: 7.2-1+deb12u1
Architecture: amd64
Depends: libc6 (>= 2.34), libncursesw6 (>= 6), libtinfo6 (>= 6)
Suggests: hunspell
Conflicts: pico
Breaks: nano-tiny (<< 2.8.6-2)
Replaces: nano-tiny (<< 2.8.6-2), pico
Section: editors
Priority: important
Homepage: https://www.nano-editor.org/
Description: small, friendly text editor inspired by Pico
! conffile /etc/nanorc
> D 755 bin etc usr usr/share usr/share/doc usr/share/doc/nano usr/share/nano usr/share/nano/debian
> D 755 usr/share/nano/extra
> P 755 bin = nano=287480
> S 644 etc nanorc=11424
> S 644 usr/share/doc/nano changelog.Debian.gz=2860 copyright=2114
> S 644 usr/share/nano asm.nanorc=714 autoconf.nanorc=635 awk.nanorc=1339 c.nanorc=1926 changelog.nanorc=790
> S 644 usr/share/nano cmake.nanorc=824 css.nanorc=485 default.nanorc=775 elisp.nanorc=1108 email.nanorc=340
> S 644 usr/share/nano go.nanorc=1446 groff.nanorc=742 guile.nanorc=562 html.nanorc=1286 java.nanorc=654
> S 644 usr/share/nano javascript.nanorc=822 json.nanorc=805 lua.nanorc=2461 makefile.nanorc=536 man.nanorc=717
> S 644 usr/share/nano markdown.nanorc=947 nanohelp.nanorc=594 nanorc.nanorc=4325 nftables.nanorc=927
> S 644 usr/share/nano objc.nanorc=1487 ocaml.nanorc=831 patch.nanorc=600 perl.nanorc=2119 php.nanorc=1081
> S 644 usr/share/nano po.nanorc=1181 python.nanorc=1406 ruby.nanorc=1343 rust.nanorc=1036 sh.nanorc=1527
> S 644 usr/share/nano sql.nanorc=2406 tcl.nanorc=2133 tex.nanorc=199 texinfo.nanorc=834 xml.nanorc=686
> S 644 usr/share/nano yaml.nanorc=1368
> S 644 usr/share/nano/debian debian.nanorc=801
> S 644 usr/share/nano/extra ada.nanorc=1263 fortran.nanorc=1959 haskell.nanorc=1009 povray.nanorc=637
> S 644 usr/share/nano/extra spec.nanorc=2017
> L bin rnano=nano
> L usr/share/nano debian.nanorc=debian/debian.nanorc haskell.nanorc=extra/haskell.nanorc

@ debian bookworm
Package: net-tools
Version: 2.10-0.1+deb12u2
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.34), libselinux1 (>= 3.1~)
Section: net
Priority: optional
Homepage: http://sourceforge.net/projects/net-tools/
Description: NET-3 networking toolkit
> D 755 bin sbin usr usr/sbin usr/share usr/share/doc usr/share/doc/net-tools
> P 755 bin busybox netstat=155304
> P 755 sbin busybox ifconfig=83976 iptunnel=27192 nameif=15000 route=70832 slattach=42184
> P 755 sbin = ipmaddr=19008 mii-tool=27728 plipconfig=14824 rarp=38024
> P 755 usr/sbin busybox arp=67720
> S 644 usr/share/doc/net-tools changelog.Debian.gz=924 copyright=1334

@ debian bookworm
Package: netcat-openbsd
Version: 1.219-1
Architecture: amd64
Depends: libbsd0 (>= 0.2.0), libc6 (>= 2.34)
Breaks: netcat (<< 1.10-35)
Replaces: netcat (<< 1.10-35)
Provides: netcat
Section: net
Priority: optional
Description: TCP/IP swiss army knife
> D 755 bin usr usr/share usr/share/doc usr/share/doc/netcat-openbsd
> P 755 bin busybox nc.openbsd=43592
> S 644 usr/share/doc/netcat-openbsd changelog.Debian.gz=4027 copyright=3634

@ debian bookworm
Package: node-acorn
Source: acorn
Version: 8.8.1+ds+~cs25.17.7-2
Architecture: all
Multi-Arch: foreign
Depends: node-xtend, nodejs:any | nodejs (<< 12.22.5~dfsg-4~)
Breaks: node-acorn-dynamic-import (<< 4.0.0~), node-acorn-jsx (<< 5.0.0~), node-acorn-object-spread (<< 6~), node-babel (<< 7), node-debbundle-acorn (<< 8.5.0+ds+~cs24.17.6~), node-espree (<< 6~), node-falafel (<< 2.1.0-9~), webpack (<< 4.28.3~)
Replaces: node-acorn-dynamic-import (<< 4.0.0+really4.0.0~), node-acorn-jsx (<< 5.0.0~), node-debbundle-acorn (<< 8.5.0+ds+~cs24.17.6~)
Provides: node-acorn-bigint (= 1.0.0), node-acorn-class-fields (= 1.0.0), node-acorn-dynamic-import (= 4.0.0), node-acorn-export-ns-from (= 0.2.0), node-acorn-globals (= 6.0.0), node-acorn-import-assertions (= 1.8.0), node-acorn-import-meta (= 1.1.0), node-acorn-jsx (= 5.3.1), node-acorn-loose (= 8.3.0), node-acorn-node (= 2.0.1), node-acorn-numeric-separator (= 0.3.4), node-acorn-private-class-elements (= 1.0.0), node-acorn-private-methods (= 1.0.0), node-acorn-static-class-features (= 1.0.0), node-acorn-walk (= 8.2.0), node-debbundle-acorn (= 8.8.1+ds+~cs25.17.7-2)
Section: javascript
Priority: optional
Homepage: https://github.com/ternjs/acorn/
Description: ECMAScript parser for Node.js
> D 755 usr usr/bin usr/share usr/share/doc usr/share/doc/node-acorn usr/share/doc/node-acorn-bigint
> D 755 usr/share/doc/node-acorn-class-fields usr/share/doc/node-acorn-dynamic-import
> D 755 usr/share/doc/node-acorn-export-ns-from usr/share/doc/node-acorn-globals
> D 755 usr/share/doc/node-acorn-import-assertions usr/share/doc/node-acorn-import-meta
> D 755 usr/share/doc/node-acorn-jsx usr/share/doc/node-acorn-loose usr/share/doc/node-acorn-node
> D 755 usr/share/doc/node-acorn-numeric-separator usr/share/doc/node-acorn-private-class-elements
> D 755 usr/share/doc/node-acorn-private-methods usr/share/doc/node-acorn-static-class-features
> D 755 usr/share/doc/node-acorn-walk usr/share/nodejs usr/share/nodejs/acorn usr/share/nodejs/acorn-bigint
> D 755 usr/share/nodejs/acorn-class-fields usr/share/nodejs/acorn-dynamic-import
> D 755 usr/share/nodejs/acorn-export-ns-from usr/share/nodejs/acorn-globals
> D 755 usr/share/nodejs/acorn-import-assertions usr/share/nodejs/acorn-import-meta usr/share/nodejs/acorn-jsx
> D 755 usr/share/nodejs/acorn-loose usr/share/nodejs/acorn-node usr/share/nodejs/acorn-numeric-separator
> D 755 usr/share/nodejs/acorn-private-class-elements usr/share/nodejs/acorn-private-methods
> D 755 usr/share/nodejs/acorn-static-class-features usr/share/nodejs/acorn-walk
> S 644 usr/share/doc/node-acorn changelog.Debian.gz=3270 copyright=5717
> L usr/bin acorn=../share/nodejs/acorn/bin/acorn
> L usr/share/doc/node-acorn-bigint copyright=../node-acorn/copyright
> L usr/share/doc/node-acorn-class-fields copyright=../node-acorn/copyright
> L usr/share/doc/node-acorn-dynamic-import copyright=../node-acorn/copyright
> L usr/share/doc/node-acorn-export-ns-from copyright=../node-acorn/copyright
> L usr/share/doc/node-acorn-globals copyright=../node-acorn/copyright
> L usr/share/doc/node-acorn-import-assertions copyright=../node-acorn/copyright
> L usr/share/doc/node-acorn-import-meta copyright=../node-acorn/copyright
> L usr/share/doc/node-acorn-jsx copyright=../node-acorn/copyright
> L usr/share/doc/node-acorn-loose copyright=../node-acorn/copyright
> L usr/share/doc/node-acorn-node copyright=../node-acorn/copyright
> L usr/share/doc/node-acorn-numeric-separator copyright=../node-acorn/copyright
> L usr/share/doc/node-acorn-private-class-elements copyright=../node-acorn/copyright
> L usr/share/doc/node-acorn-private-methods copyright=../node-acorn/copyright
> L usr/share/doc/node-acorn-static-class-features copyright=../node-acorn/copyright
> L usr/share/doc/node-acorn-walk copyright=../node-acorn/copyright
> S 644 usr/share/nodejs/acorn strata-stand-in=435509
> S 644 usr/share/nodejs/acorn-bigint strata-stand-in=3405
> S 644 usr/share/nodejs/acorn-class-fields strata-stand-in=4337
> S 644 usr/share/nodejs/acorn-dynamic-import strata-stand-in=4879
> S 644 usr/share/nodejs/acorn-export-ns-from strata-stand-in=2407
> S 644 usr/share/nodejs/acorn-globals strata-stand-in=6351
> S 644 usr/share/nodejs/acorn-import-assertions strata-stand-in=25163
> S 644 usr/share/nodejs/acorn-import-meta strata-stand-in=3330
> S 644 usr/share/nodejs/acorn-jsx strata-stand-in=21126
> S 644 usr/share/nodejs/acorn-loose strata-stand-in=107868
> S 644 usr/share/nodejs/acorn-node strata-stand-in=33451
> S 644 usr/share/nodejs/acorn-numeric-separator strata-stand-in=47042
> S 644 usr/share/nodejs/acorn-private-class-elements strata-stand-in=7249
> S 644 usr/share/nodejs/acorn-private-methods strata-stand-in=8927
> S 644 usr/share/nodejs/acorn-static-class-features strata-stand-in=4829
> S 644 usr/share/nodejs/acorn-walk strata-stand-in=34175

@ debian bookworm
Package: node-busboy
Version: 1.6.0+~cs2.6.0-2
Architecture: all
Provides: node-streamsearch (= 1.1.0), node-types-busboy (= 1.5.0)
Section: javascript
Priority: optional
Homepage: https://github.com/mscdex/busboy
Description: Node.js module for parsing incoming HTML form data
> D 755 usr usr/share usr/share/doc usr/share/doc/node-busboy usr/share/nodejs usr/share/nodejs/@types
> D 755 usr/share/nodejs/busboy usr/share/nodejs/streamsearch
> S 644 usr/share/doc/node-busboy changelog.Debian.gz=202 copyright=1556
> S 644 usr/share/nodejs/@types strata-stand-in=8084
> S 644 usr/share/nodejs/busboy strata-stand-in=48296
> S 644 usr/share/nodejs/streamsearch strata-stand-in=10343

@ debian bookworm
Package: node-cjs-module-lexer
Version: 1.2.2+dfsg-5
Architecture: all
Multi-Arch: foreign
Breaks: jest (<< 29)
Section: javascript
Priority: optional
Homepage: https://github.com/nodejs/cjs-module-lexer#readme
Description: Fast lexer to extract named exports from CommonJS modules
> D 755 usr usr/share usr/share/doc usr/share/doc/node-cjs-module-lexer usr/share/nodejs
> D 755 usr/share/nodejs/cjs-module-lexer
> S 644 usr/share/doc/node-cjs-module-lexer changelog.Debian.gz=530 copyright=1839
> S 644 usr/share/nodejs/cjs-module-lexer strata-stand-in=141264

@ debian bookworm
Package: node-undici
Version: 5.15.0+dfsg1+~cs20.10.9.3-1+deb12u4
Architecture: all
Multi-Arch: foreign
Depends: node-busboy
Provides: node-binary-search (= 1.3.6), node-undici-types (= 5.15.0)
Section: javascript
Priority: optional
Homepage: https://undici.nodejs.org
Description: Node.js HTTP/1.1 client
> D 755 usr usr/share usr/share/doc usr/share/doc/node-undici usr/share/nodejs usr/share/nodejs/binary-search
> D 755 usr/share/nodejs/undici usr/share/nodejs/undici-types
> S 644 usr/share/doc/node-undici changelog.Debian.gz=1468 copyright=7862
> S 644 usr/share/nodejs/binary-search strata-stand-in=2514
> S 644 usr/share/nodejs/undici strata-stand-in=1205768
> S 644 usr/share/nodejs/undici-types strata-stand-in=66654

@ debian bookworm
Package: node-xtend
Version: 4.0.2-3
Architecture: all
Multi-Arch: foreign
Section: javascript
Priority: optional
Homepage: https://github.com/Raynos/xtend
Description: Node.js library to easily extend an object
> D 755 usr usr/share usr/share/doc usr/share/doc/node-xtend usr/share/nodejs usr/share/nodejs/xtend
> S 644 usr/share/doc/node-xtend changelog.Debian.gz=735 copyright=1401
> S 644 usr/share/nodejs/xtend strata-stand-in=1809

@ debian-security bookworm-security
Package: nodejs
Version: 18.20.4+dfsg-1~deb12u3
Architecture: amd64
Multi-Arch: allowed
Depends: libc6 (>= 2.34), libnode108 (= 18.20.4+dfsg-1~deb12u3)
Recommends: ca-certificates, nodejs-doc
Suggests: npm
Conflicts: nodejs-legacy
Breaks: libnode72 (<< 13), libnode83 (<< 16.13.2+really14.19.1~dfsg~), node-babel-runtime (<< 7), node-jest (<< 29~), node-typescript-types (<< 20210110~)
Replaces: libnode72 (<< 13), libnode83 (<< 16.13.2+really14.19.1~dfsg~), nodejs-legacy
Provides: node-types-node (= 18.18.14~18.20.4+dfsg-1~deb12u3)
Section: web
Priority: optional
Homepage: https://nodejs.org/
Description: evented I/O for V8 javascript - runtime executable
> D 755 usr usr/bin usr/lib usr/lib/x86_64-linux-gnu usr/lib/x86_64-linux-gnu/nodejs usr/share
> D 755 usr/share/bash-completion usr/share/doc usr/share/doc/nodejs usr/share/nodejs usr/share/nodejs/@types
> D 755 usr/share/systemtap usr/share/systemtap/tapset
> P 755 usr/bin = node=26704
> S 644 usr/share/doc/nodejs changelog.Debian.gz=13236 copyright=58751
> S 644 usr/share/systemtap/tapset node.stp=3495
> L usr/bin nodejs=node
> L usr/lib/x86_64-linux-gnu node_modules=nodejs
> L usr/share node_modules=nodejs
> S 644 usr/share/bash-completion strata-stand-in=3524
> S 644 usr/share/nodejs/@types strata-stand-in=3799867

@ debian-security bookworm-security
Package: openssl
Version: 3.0.22-1~deb12u2
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.34), libssl3 (>= 3.0.9)
Suggests: ca-certificates
Section: utils
Priority: optional
Homepage: https://www.openssl.org/
Description: Secure Sockets Layer toolkit - cryptographic utility
! conffile /etc/ssl/openssl.cnf
> D 755 etc etc/ssl etc/ssl/certs etc/ssl/private usr usr/bin usr/lib usr/lib/ssl usr/lib/ssl/misc usr/share
> D 755 usr/share/doc usr/share/doc/openssl
> S 644 etc/ssl openssl.cnf=12332
> P 755 usr/bin = c_rehash=6925 openssl=976136
> S 755 usr/lib/ssl/misc CA.pl=13397 tsget.pl=6743
> S 644 usr/share/doc/openssl changelog.Debian.gz=6183 copyright=2543
> L usr/lib/ssl cert.pem=/etc/ssl/certs/ca-certificates.crt certs=/etc/ssl/certs
> L usr/lib/ssl openssl.cnf=/etc/ssl/openssl.cnf private=/etc/ssl/private
> L usr/lib/ssl/misc tsget=tsget.pl

@ debian bookworm
Package: patch
Version: 2.7.6-7
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.17)
Suggests: ed, diffutils-doc
Section: vcs
Priority: optional
Homepage: https://savannah.gnu.org/projects/patch/
Description: Apply a diff file to an original
> D 755 usr usr/bin usr/share usr/share/doc usr/share/doc/patch
> P 755 usr/bin busybox patch=191936
> S 644 usr/share/doc/patch changelog.Debian.gz=6220 copyright=1339

@ debian bookworm
Package: procps
Version: 2:4.0.2-3
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.34), libncursesw6 (>= 6), libproc2-0 (>= 2:4.0.2), libtinfo6 (>= 6), init-system-helpers (>= 1.29~)
Recommends: psmisc
Breaks: guymager (<= 0.5.9-1), manpages-de (<< 4.9.1-2), manpages-fr (<< 4.9.1-2), manpages-fr-extra (<< 20151231+nmu1), manpages-pl (<< 1:4.9.1-2), open-vm-tools (<= 2011.12.20-562307-1)
Replaces: manpages-de (<< 4.9.1-2), manpages-fr (<< 4.9.1-2), manpages-fr-extra (<< 20151231+nmu1), manpages-pl (<< 1:4.9.1-2)
Provides: watch
Section: admin
Priority: important
Homepage: https://gitlab.com/procps-ng/procps
Description: /proc file system utilities
! conffile /etc/init.d/procps
! conffile /etc/sysctl.conf
! conffile /etc/sysctl.d/README.sysctl
> D 755 bin etc etc/init.d etc/sysctl.d sbin usr usr/bin usr/lib usr/lib/sysctl.d usr/share usr/share/doc
> D 755 usr/share/doc/procps
> P 755 bin busybox kill=22840 ps=146360
> S 755 etc/init.d procps=959
> S 644 etc sysctl.conf=2355
> S 644 etc/sysctl.d README.sysctl=798
> P 755 sbin busybox sysctl=31040
> P 755 usr/bin busybox free=26936 pgrep=35248 pmap=35160 pwdx=14648 top=134736 uptime=14648 w=22840 watch=27352
> P 755 usr/bin = pidwait=35248 skill=31056 slabtop=22904 tload=18760 vmstat=35552
> S 644 usr/lib/sysctl.d 99-protect-links.conf=372
> S 644 usr/share/doc/procps changelog.Debian.gz=2133 copyright=3974
> L usr/bin pkill=pgrep snice=skill

@ debian bookworm
Package: psmisc
Version: 23.6-1
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.34), libtinfo6 (>= 6)
Breaks: manpages-de (<< 4.9.1-1)
Replaces: manpages-de (<< 4.9.1-1)
Section: admin
Priority: optional
Homepage: http://psmisc.sf.net/
Description: utilities that use the proc file system
> D 755 bin usr usr/bin usr/share usr/share/doc usr/share/doc/psmisc
> P 755 bin busybox fuser=40784
> P 755 usr/bin busybox killall=32720 pstree=36640
> P 755 usr/bin = peekfd=14848 prtstat=19016 pslog=14792
> S 644 usr/share/doc/psmisc changelog.Debian.gz=890 copyright=1341
> L usr/bin pstree.x11=pstree

@ debian bookworm
Package: publicsuffix
Version: 20230209.2326-1
Architecture: all
Multi-Arch: foreign
Provides: publicsuffix-dafsa
Section: net
Priority: optional
Homepage: https://publicsuffix.org
Description: accurate, machine-readable list of domain name suffixes
> D 755 usr usr/share usr/share/doc usr/share/doc/publicsuffix usr/share/publicsuffix
> S 644 usr/share/doc/publicsuffix changelog.Debian.gz=753 copyright=24418
> S 644 usr/share/publicsuffix public_suffix_list.dafsa=54368 public_suffix_list.dat=245996
> L usr/share/publicsuffix effective_tld_names.dat=public_suffix_list.dat

@ debian bookworm
Package: readline-common
Source: readline
Version: 8.2-1.3
Architecture: all
Multi-Arch: foreign
Depends: dpkg (>= 1.15.4) | install-info
Suggests: readline-doc
Conflicts: libreadline-common, libreadline5 (<< 5.0-11)
Replaces: libreadline-common, libreadline4 (<< 4.3-16), libreadline5 (<< 5.0-11)
Section: utils
Priority: important
Description: GNU readline and history libraries, common files
> D 755 etc usr usr/share usr/share/doc usr/share/doc/readline-common usr/share/readline
> S 644 usr/share/doc/readline-common changelog.Debian.gz=1231 copyright=4414
> S 644 usr/share/readline inputrc=1875

@ debian bookworm
Package: time
Version: 1.9-0.2
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.34)
Section: utils
Priority: optional
Homepage: https://www.gnu.org/software/time
Description: GNU time program for measuring CPU resource usage
> D 755 usr usr/bin usr/share usr/share/doc usr/share/doc/time
> P 755 usr/bin busybox time=27384
> S 644 usr/share/doc/time changelog.Debian.gz=4067 copyright=2943

@ debian bookworm
Package: traceroute
Version: 1:2.1.2-1
Architecture: amd64
Depends: libc6 (>= 2.34)
Section: net
Priority: standard
Homepage: https://traceroute.sourceforge.net/
Description: Traces the route taken by packets over an IPv4/IPv6 network
> D 755 usr usr/bin usr/include usr/lib usr/sbin usr/share usr/share/doc usr/share/doc/traceroute
> P 755 usr/bin = lft.db=2493 traceproto.db=2885 traceroute-nanog=1618
> P 755 usr/bin busybox traceroute.db=72944
> S 644 usr/include clif.h=4546
> S 644 usr/lib libsupp.a=22160
> P 755 usr/sbin = tcptraceroute.db=1594
> S 644 usr/share/doc/traceroute changelog.Debian.gz=506 copyright=2133
> L usr/bin traceroute6.db=traceroute.db

@ debian bookworm
Package: tree
Version: 2.1.0-1
Architecture: amd64
Depends: libc6 (>= 2.34)
Section: utils
Priority: optional
Homepage: http://mama.indstate.edu/users/ice/tree/
Description: displays an indented directory tree, in color
> D 755 usr usr/bin usr/share usr/share/doc usr/share/doc/tree
> P 755 usr/bin = tree=81592
> S 644 usr/share/doc/tree changelog.Debian.gz=1236 copyright=888

@ debian-security bookworm-security
Package: unzip
Version: 6.0-28+deb12u1
Architecture: amd64
Multi-Arch: foreign
Depends: libbz2-1.0, libc6 (>= 2.34)
Suggests: zip
Section: utils
Priority: optional
Homepage: https://infozip.sourceforge.net/UnZip.html
Description: De-archiver for .zip files
> D 755 usr usr/bin usr/lib usr/lib/mime usr/lib/mime/packages usr/share usr/share/doc usr/share/doc/unzip
> P 755 usr/bin = funzip=23000 unzipsfx=84848 zipgrep=2959
> P 755 usr/bin busybox unzip=179248
> L usr/bin zipinfo=unzip
> S 644 usr/lib/mime/packages unzip=77
> S 644 usr/share/doc/unzip changelog.Debian.gz=1121 copyright=4082

@ debian bookworm
Package: vim-common
Source: vim
Version: 2:9.0.1378-2+deb12u2
Architecture: all
Multi-Arch: foreign
Recommends: xxd, vim | vim-gtk3 | vim-motif | vim-nox | vim-tiny
Section: editors
Priority: important
Homepage: https://www.vim.org/
Description: Vi IMproved - Common files
! conffile /etc/vim/vimrc
> D 755 etc etc/vim usr usr/bin usr/lib usr/lib/mime usr/lib/mime/packages usr/share usr/share/doc
> D 755 usr/share/doc/vim-common usr/share/vim usr/share/vim/vim90 var var/lib var/lib/vim var/lib/vim/addons
> S 644 etc/vim vimrc=2553
> P 755 usr/bin = helpztags=2514
> S 644 usr/lib/mime/packages vim-common=346
> S 644 usr/share/doc/vim-common changelog.Debian.gz=7712 copyright=27896
> S 644 usr/share/vim/vim90 strata-stand-in=1804

@ debian bookworm
Package: vim-tiny
Source: vim
Version: 2:9.0.1378-2+deb12u2
Architecture: amd64
Depends: vim-common (= 2:9.0.1378-2+deb12u2), libacl1 (>= 2.2.23), libc6 (>= 2.34), libselinux1 (>= 3.1~), libtinfo6 (>= 6)
Suggests: indent
Provides: editor
Section: editors
Priority: important
Homepage: https://www.vim.org/
Description: Vi IMproved - enhanced vi editor - compact version
! conffile /etc/vim/vimrc.tiny
> D 755 etc etc/vim usr usr/bin usr/share usr/share/doc usr/share/doc/vim-tiny usr/share/vim usr/share/vim/vim90
> S 644 etc/vim vimrc.tiny=662
> P 755 usr/bin busybox vim.tiny=1629584
> S 644 usr/share/doc/vim-tiny changelog.Debian.gz=7712 copyright=27896
> S 644 usr/share/vim/vim90 strata-stand-in=1704

@ debian bookworm
Package: wget
Version: 1.21.3-1+deb12u1
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.34), libgnutls30 (>= 3.7.5), libidn2-0 (>= 0.6), libnettle8, libpcre2-8-0 (>= 10.22), libpsl5 (>= 0.16.0), libuuid1 (>= 2.16), zlib1g (>= 1:1.1.4)
Recommends: ca-certificates
Conflicts: wget-ssl
Section: web
Priority: standard
Homepage: https://www.gnu.org/software/wget/
Description: retrieves files from the web
! conffile /etc/wgetrc
> D 755 etc usr usr/bin usr/share usr/share/doc usr/share/doc/wget
> S 644 etc wgetrc=4942
> P 755 usr/bin busybox wget=470384
> S 644 usr/share/doc/wget changelog.Debian.gz=749 copyright=1420

@ debian bookworm
Package: xxd
Source: vim
Version: 2:9.0.1378-2+deb12u2
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.34)
Breaks: vim-common (<< 2:7.4.2347-1~)
Replaces: vim-common (<< 2:7.4.2347-1~)
Section: editors
Priority: optional
Homepage: https://www.vim.org/
Description: tool to make (or reverse) a hex dump
> D 755 usr usr/bin usr/share usr/share/doc usr/share/doc/xxd
> P 755 usr/bin busybox xxd=18648
> S 644 usr/share/doc/xxd changelog.Debian.gz=7712 copyright=27896
`;
