/** trixie: facts recorded by scripts/record-deb-packages.mjs; see there. */

export const trixie = `
@ debian trixie
Package: bash-completion
Version: 1:2.16.0-7
Architecture: all
Multi-Arch: foreign
Provides: dh-sequence-bash-completion
Section: shells
Priority: standard
Homepage: https://github.com/scop/bash-completion
Description: programmable completion for the bash shell
! conffile /etc/bash_completion
! conffile /etc/bash_completion.d/000_bash_completion_compat.bash
! conffile /etc/profile.d/bash_completion.sh
> D 755 etc etc/bash_completion.d etc/profile.d usr usr/bin usr/share usr/share/bash-completion usr/share/cmake
> D 755 usr/share/cmake/bash-completion usr/share/doc usr/share/doc/bash-completion usr/share/perl5
> D 755 usr/share/pkgconfig
> S 644 etc bash_completion=45
> S 644 etc/bash_completion.d 000_bash_completion_compat.bash=17877
> S 644 etc/profile.d bash_completion.sh=747
> P 755 usr/bin = dh_bash-completion=4527
> S 644 usr/share/cmake/bash-completion bash-completion-config-version.cmake=254
> S 644 usr/share/cmake/bash-completion bash-completion-config.cmake=395
> S 644 usr/share/doc/bash-completion changelog.Debian.gz=1912 copyright=1297
> S 644 usr/share/pkgconfig bash-completion.pc=330
> S 644 usr/share/bash-completion strata-stand-in=1012602
> S 644 usr/share/perl5 strata-stand-in=131

@ debian trixie
Package: bc
Version: 1.07.1-4
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.34), libreadline8t64 (>= 6.0)
Section: math
Priority: optional
Homepage: https://www.gnu.org/software/bc/
Description: GNU bc arbitrary precision calculator language
> D 755 usr usr/bin usr/share usr/share/doc usr/share/doc/bc
> P 755 usr/bin busybox bc=97048
> S 644 usr/share/doc/bc changelog.Debian.gz=1185 copyright=6248

@ debian trixie
Package: busybox
Source: busybox (1:1.37.0-6)
Version: 1:1.37.0-6+b9
Architecture: amd64
Depends: libc6 (>= 2.38)
Conflicts: busybox-static
Replaces: busybox-static
Section: utils
Priority: optional
Homepage: http://www.busybox.net
Description: Tiny utilities for small and embedded systems
> D 755 usr usr/bin usr/share usr/share/doc usr/share/doc/busybox usr/share/initramfs-tools
> D 755 usr/share/initramfs-tools/conf-hooks.d usr/share/initramfs-tools/hooks
> P 755 usr/bin busybox busybox=826128
> S 644 usr/share/doc/busybox changelog.Debian.gz=5804 copyright=1110
> S 644 usr/share/initramfs-tools/conf-hooks.d busybox=16
> S 755 usr/share/initramfs-tools/hooks zz-busybox=1019

@ debian trixie
Package: ca-certificates
Version: 20250419+deb13u1
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

@ debian trixie
Package: curl
Version: 8.14.1-2+deb13u7
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.34), libcurl4t64 (= 8.14.1-2+deb13u7), zlib1g (>= 1:1.1.4)
Recommends: bash-completion
Section: web
Priority: optional
Homepage: https://curl.se/
Description: command line tool for transferring data with URL syntax
> D 755 usr usr/bin usr/share usr/share/doc usr/share/doc/curl
> P 755 usr/bin = curl=321880 wcurl=11241
> S 644 usr/share/doc/curl changelog.Debian.gz=13686 copyright=22132

@ debian trixie
Package: dos2unix
Version: 7.5.2-1
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.34)
Section: text
Priority: optional
Homepage: https://waterlan.home.xs4all.nl/dos2unix.html
Description: convert text file line endings between CRLF and LF
> D 755 usr usr/bin usr/share usr/share/doc usr/share/doc/dos2unix
> P 755 usr/bin busybox dos2unix=63744 unix2dos=63744
> S 644 usr/share/doc/dos2unix changelog.Debian.gz=952 copyright=3267
> L usr/bin mac2unix=dos2unix unix2mac=unix2dos

@ debian trixie
Package: iproute2
Version: 6.15.0-1
Architecture: amd64
Multi-Arch: foreign
Depends: debconf (>= 0.5) | debconf-2.0, libbpf1 (>= 1:0.6.0), libc6 (>= 2.38), libcap2 (>= 1:2.10), libdb5.3t64, libelf1t64 (>= 0.131), libmnl0 (>= 1.0.3-4~), libselinux1 (>= 3.1~), libtirpc3t64 (>= 1.0.2), libxtables12 (>= 1.6.0+snapshot20161117), libcap2-bin
Suggests: python3:any
Conflicts: arpd
Breaks: iproute2-doc
Replaces: iproute2-doc
Provides: arpd
Section: net
Priority: important
Homepage: https://wiki.linuxfoundation.org/networking/iproute2
Description: networking and traffic control tools
> D 755 usr usr/bin usr/include usr/include/iproute2 usr/lib usr/lib/x86_64-linux-gnu
> D 755 usr/lib/x86_64-linux-gnu/tc usr/sbin usr/share usr/share/bash-completion usr/share/doc
> D 755 usr/share/doc/iproute2 usr/share/iproute2
> P 755 usr/bin busybox ip=721912
> P 755 usr/bin = lnstat=27304 nstat=117272 rdma=203440 routel=1658 ss=211968
> S 644 usr/include/iproute2 bpf_elf.h=1287
> S 644 usr/lib/x86_64-linux-gnu/tc experimental.dist=23077 normal.dist=23573 pareto.dist=23729
> S 644 usr/lib/x86_64-linux-gnu/tc paretonormal.dist=23447
> P 755 usr/sbin = arpd=113208 bridge=174712 dcb=174768 devlink=244784 genl=129624 rtacct=117280 rtmon=121368
> P 755 usr/sbin = tipc=174768 vdpa=125680
> P 755 usr/sbin busybox tc=593608
> S 644 usr/share/doc/iproute2 changelog.Debian.gz=3424 copyright=2625
> S 644 usr/share/iproute2 bpf_pinning=85 ematch_map=81 group=31 nl_protos=262 rt_dsfield=331 rt_protos=226
> S 644 usr/share/iproute2 rt_realms=112 rt_scopes=92 rt_tables=87
> L usr/bin ctstat=lnstat rtstat=lnstat
> L usr/sbin ip=../bin/ip
> S 644 usr/share/bash-completion strata-stand-in=53896

@ debian trixie
Package: iputils-ping
Source: iputils
Version: 3:20240905-3
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.38), libcap2 (>= 1:2.10), libidn2-0 (>= 0.6)
Recommends: linux-sysctl-defaults
Provides: ping
Section: net
Priority: important
Homepage: https://github.com/iputils/iputils/
Description: Tools to test the reachability of network hosts
> D 755 usr usr/bin usr/share usr/share/doc usr/share/doc/iputils-ping
> P 755 usr/bin busybox ping=156136
> S 644 usr/share/doc/iputils-ping changelog.Debian.gz=1523 copyright=2896
> L usr/bin ping4=ping ping6=ping

@ debian trixie
Package: jq
Version: 1.7.1-6+deb13u4
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.38), libjq1 (= 1.7.1-6+deb13u4)
Section: utils
Priority: optional
Homepage: https://jqlang.github.io/jq
Description: lightweight and flexible command-line JSON processor
> D 755 usr usr/bin usr/share usr/share/doc usr/share/doc/jq
> P 755 usr/bin = jq=30800
> S 644 usr/share/doc/jq changelog.Debian.gz=2508 copyright=21039

@ debian-security trixie-security
Package: krb5-locales
Source: krb5
Version: 1.21.3-5+deb13u2
Architecture: all
Multi-Arch: foreign
Section: localization
Priority: standard
Homepage: https://web.mit.edu/kerberos/
Description: internationalization support for MIT Kerberos
> D 755 usr usr/share usr/share/doc usr/share/doc/krb5-locales
> S 644 usr/share/doc/krb5-locales changelog.Debian.gz=5082 copyright=63047

@ debian trixie
Package: less
Version: 668-1
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.34), libtinfo6 (>= 6)
Section: text
Priority: important
Homepage: http://www.greenwoodsoftware.com/less/
Description: pager program similar to more
> D 755 usr usr/bin usr/lib usr/lib/mime usr/lib/mime/packages usr/share usr/share/doc usr/share/doc/less
> P 755 usr/bin busybox less=249376
> P 755 usr/bin = lessecho=14584 lesskey=26944
> P 755 usr/bin = lesspipe=9047
> S 644 usr/lib/mime/packages less=90
> S 644 usr/share/doc/less changelog.Debian.gz=2042 copyright=5431
> L usr/bin lessfile=lesspipe

@ debian trixie
Package: libbpf1
Source: libbpf (1.5.0-3)
Version: 1:1.5.0-3
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.38), libelf1t64 (>= 0.144), zlib1g (>= 1:1.2.3.3)
Section: libs
Priority: optional
Description: eBPF helper library (shared library)
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libbpf1
> S 644 usr/lib/x86_64-linux-gnu libbpf.so.1.5.0=423952
> S 644 usr/share/doc/libbpf1 changelog.Debian.gz=1363 copyright=8220
> L usr/lib/x86_64-linux-gnu libbpf.so.1=libbpf.so.1.5.0

@ debian trixie
Package: libbrotli1
Source: brotli
Version: 1.1.0-2+deb13u1
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.29)
Section: libs
Priority: optional
Homepage: https://github.com/google/brotli
Description: library implementing brotli encoder and decoder (shared libraries)
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libbrotli1
> S 644 usr/lib/x86_64-linux-gnu libbrotlicommon.so.1.1.0=141496 libbrotlidec.so.1.1.0=51376
> S 644 usr/lib/x86_64-linux-gnu libbrotlienc.so.1.1.0=666280
> S 644 usr/share/doc/libbrotli1 changelog.Debian.gz=1200 copyright=1354
> L usr/lib/x86_64-linux-gnu libbrotlicommon.so.1=libbrotlicommon.so.1.1.0
> L usr/lib/x86_64-linux-gnu libbrotlidec.so.1=libbrotlidec.so.1.1.0 libbrotlienc.so.1=libbrotlienc.so.1.1.0

@ debian trixie
Package: libcap2-bin
Source: libcap2 (1:2.75-10+deb13u1)
Version: 1:2.75-10+deb13u1+b3
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.38), libcap2 (>= 1:2.63)
Recommends: libpam-cap
Breaks: libcap-bin
Replaces: libcap-bin
Section: utils
Priority: optional
Homepage: https://sites.google.com/site/fullycapable/
Description: POSIX 1003.1e capabilities (utilities)
> D 755 usr usr/sbin usr/share usr/share/doc usr/share/doc/libcap2-bin
> P 755 usr/sbin = capsh=54600 getcap=14576 getpcaps=14576 setcap=14576
> S 644 usr/share/doc/libcap2-bin changelog.Debian.gz=3893 copyright=4496

@ debian trixie
Package: libcares2
Source: c-ares
Version: 1.34.9-1~deb13u1
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.38)
Breaks: libc-ares2 (<< 1.34.9-1~deb13u1)
Replaces: libc-ares1, libc-ares2
Provides: libc-ares2 (= 1.34.9-1~deb13u1)
Section: libs
Priority: optional
Homepage: https://c-ares.org/
Description: asynchronous name resolver
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libcares2
> S 644 usr/lib/x86_64-linux-gnu libcares.so.2.19.8=243648
> S 644 usr/share/doc/libcares2 changelog.Debian.gz=2720 copyright=24458
> L usr/lib/x86_64-linux-gnu libcares.so.2=libcares.so.2.19.8

@ debian trixie
Package: libcom-err2
Source: e2fsprogs (1.47.2-3)
Version: 1.47.2-3+b12
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.38)
Breaks: libcom-err2t64 (<< 1.47.0-2.4~exp1~), libcomerr2 (<< 1.43.9-1~)
Replaces: libcom-err2t64, libcomerr2 (<< 1.43.9-1~)
Provides: libcom-err2t64 (= 1.47.2-3+b12), libcomerr2 (= 1.47.2-3+b12)
Section: libs
Priority: optional
Homepage: http://e2fsprogs.sourceforge.net
Description: common error description library
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libcom-err2
> S 644 usr/lib/x86_64-linux-gnu libcom_err.so.2.1=18344
> S 644 usr/share/doc/libcom-err2 changelog.Debian.gz=12715 copyright=20459
> L usr/lib/x86_64-linux-gnu libcom_err.so.2=libcom_err.so.2.1

@ debian trixie
Package: libcurl4t64
Source: curl
Version: 8.14.1-2+deb13u7
Architecture: amd64
Multi-Arch: same
Depends: libbrotli1 (>= 0.6.0), libc6 (>= 2.38), libgssapi-krb5-2 (>= 1.17), libidn2-0 (>= 2.0.0), libldap2 (>= 2.6.2), libnghttp2-14 (>= 1.50.0), libnghttp3-9 (>= 0.15.0), libpsl5t64 (>= 0.16.0), librtmp1 (>= 2.3), libssh2-1t64 (>= 1.11.1), libssl3t64 (>= 3.3.0), libzstd1 (>= 1.5.5), zlib1g (>= 1:1.2.3.4)
Recommends: ca-certificates
Conflicts: libcurl3
Breaks: libcurl4 (<< 8.14.1-2+deb13u7)
Replaces: libcurl3, libcurl4
Provides: libcurl4 (= 8.14.1-2+deb13u7)
Section: libs
Priority: optional
Homepage: https://curl.se/
Description: easy-to-use client-side URL transfer library (OpenSSL flavour)
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libcurl4t64
> S 644 usr/lib/x86_64-linux-gnu libcurl.so.4.8.0=983720
> S 644 usr/share/doc/libcurl4t64 changelog.Debian.gz=13687 copyright=22132
> L usr/lib/x86_64-linux-gnu libcurl.so.4=libcurl.so.4.8.0

@ debian trixie
Package: libelf1t64
Source: elfutils
Version: 0.192-4
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.38), libzstd1 (>= 1.5.5), zlib1g (>= 1:1.1.4)
Breaks: libelf1 (<< 0.192-4)
Replaces: libelf1
Provides: libelf1 (= 0.192-4)
Section: libs
Priority: optional
Homepage: https://sourceware.org/elfutils/
Description: library to read and write ELF files
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libelf1t64
> S 644 usr/lib/x86_64-linux-gnu libelf-0.192.so=117352
> S 644 usr/share/doc/libelf1t64 changelog.Debian.gz=4051 copyright=8725
> L usr/lib/x86_64-linux-gnu libelf.so.1=libelf-0.192.so

@ debian trixie
Package: libffi8
Source: libffi
Version: 3.4.8-2
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.34)
Breaks: libffi8ubuntu1 (<< 3.4.2-1)
Replaces: libffi8ubuntu1 (<< 3.4.2-1)
Provides: libffi8ubuntu1 (= 3.4.8-2)
Section: libs
Priority: optional
Homepage: https://sourceware.org/libffi/
Description: Foreign Function Interface library runtime
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libffi8
> S 644 usr/lib/x86_64-linux-gnu libffi.so.8.1.4=47576
> S 644 usr/share/doc/libffi8 changelog.Debian.gz=1745 copyright=10164
> L usr/lib/x86_64-linux-gnu libffi.so.8=libffi.so.8.1.4

@ debian trixie
Package: libgnutls30t64
Source: gnutls28
Version: 3.8.9-3+deb13u4
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.38), libgmp10 (>= 2:6.3.0+dfsg), libhogweed6t64 (>= 3.10), libidn2-0 (>= 2.0.0), libnettle8t64 (>= 3.10), libp11-kit0 (>= 0.25.1), libtasn1-6 (>= 4.14), libunistring5 (>= 1.1)
Suggests: gnutls-bin
Breaks: libgnutls30 (<< 3.8.9-3+deb13u4)
Replaces: libgnutls30
Provides: libgnutls30 (= 3.8.9-3+deb13u4)
Section: libs
Priority: optional
Homepage: https://www.gnutls.org/
Description: GNU TLS library - main runtime library
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libgnutls30t64
> S 644 usr/lib/x86_64-linux-gnu libgnutls.so.30.40.3=2246712
> S 644 usr/share/doc/libgnutls30t64 changelog.Debian.gz=9693 copyright=57443
> L usr/lib/x86_64-linux-gnu libgnutls.so.30=libgnutls.so.30.40.3

@ debian trixie
Package: libgpm2
Source: gpm (1.20.7-11)
Version: 1.20.7-11+b2
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.38)
Suggests: gpm
Section: libs
Priority: optional
Homepage: https://nico.schottelius.org/software/gpm/
Description: General Purpose Mouse - shared library
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libgpm2
> S 644 usr/lib/x86_64-linux-gnu libgpm.so.2=26552
> S 644 usr/share/doc/libgpm2 changelog.Debian.gz=1490 copyright=2719

@ debian-security trixie-security
Package: libgssapi-krb5-2
Source: krb5
Version: 1.21.3-5+deb13u2
Architecture: amd64
Multi-Arch: same
Depends: libkrb5-3 (= 1.21.3-5+deb13u2), libc6 (>= 2.38), libcom-err2 (>= 1.43.9), libk5crypto3 (>= 1.20), libkrb5support0 (= 1.21.3-5+deb13u2)
Suggests: krb5-doc, krb5-user
Section: libs
Priority: optional
Homepage: https://web.mit.edu/kerberos/
Description: MIT Kerberos runtime libraries - krb5 GSS-API Mechanism
! trigger activate-noawait ldconfig
> D 755 etc etc/gss etc/gss/mech.d usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc
> D 755 usr/share/doc/libgssapi-krb5-2
> S 644 usr/lib/x86_64-linux-gnu libgssapi_krb5.so.2.2=346904
> S 644 usr/share/doc/libgssapi-krb5-2 changelog.Debian.gz=5086 copyright=63047
> L usr/lib/x86_64-linux-gnu libgssapi_krb5.so.2=libgssapi_krb5.so.2.2

@ debian trixie
Package: libicu76
Source: icu
Version: 76.1-4
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.38), libgcc-s1 (>= 3.0), libstdc++6 (>= 14)
Breaks: libiculx63 (<< 63.1-5), openttd (<< 1.8.0-2~)
Replaces: libiculx63 (<< 63.1-5)
Section: libs
Priority: optional
Homepage: https://icu.unicode.org/
Description: International Components for Unicode
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libicu76
> S 644 usr/lib/x86_64-linux-gnu libicudata.so.76.1=31864368 libicui18n.so.76.1=3774800 libicuio.so.76.1=59400
> S 644 usr/lib/x86_64-linux-gnu libicutest.so.76.1=81248 libicutu.so.76.1=228112 libicuuc.so.76.1=2230288
> S 644 usr/share/doc/libicu76 changelog.Debian.gz=2306 copyright=2214
> L usr/lib/x86_64-linux-gnu libicudata.so.76=libicudata.so.76.1 libicui18n.so.76=libicui18n.so.76.1
> L usr/lib/x86_64-linux-gnu libicuio.so.76=libicuio.so.76.1 libicutest.so.76=libicutest.so.76.1
> L usr/lib/x86_64-linux-gnu libicutu.so.76=libicutu.so.76.1 libicuuc.so.76=libicuuc.so.76.1

@ debian trixie
Package: libidn2-0
Source: libidn2
Version: 2.3.8-2
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.14), libunistring5 (>= 1.1)
Section: libs
Priority: optional
Homepage: https://www.gnu.org/software/libidn/#libidn2
Description: Internationalized domain names (IDNA2008/TR46) library
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libidn2-0
> S 644 usr/lib/x86_64-linux-gnu libidn2.so.0.4.0=202872
> S 644 usr/share/doc/libidn2-0 changelog.Debian.gz=2240 copyright=6566
> L usr/lib/x86_64-linux-gnu libidn2.so.0=libidn2.so.0.4.0

@ debian trixie
Package: libjq1
Source: jq
Version: 1.7.1-6+deb13u4
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.39), libonig5 (>= 6.8.1)
Section: libs
Priority: optional
Homepage: https://jqlang.github.io/jq
Description: lightweight and flexible command-line JSON processor - shared library
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libjq1
> S 644 usr/lib/x86_64-linux-gnu libjq.so.1.0.4=395376
> S 644 usr/share/doc/libjq1 changelog.Debian.gz=2509 copyright=21039
> L usr/lib/x86_64-linux-gnu libjq.so.1=libjq.so.1.0.4

@ debian-security trixie-security
Package: libk5crypto3
Source: krb5
Version: 1.21.3-5+deb13u2
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.38), libkrb5support0 (= 1.21.3-5+deb13u2)
Suggests: krb5-doc, krb5-user
Breaks: libgssapi-krb5-2 (<= 1.18~), libkrb5-3 (<= 1.18~)
Section: libs
Priority: optional
Homepage: https://web.mit.edu/kerberos/
Description: MIT Kerberos runtime libraries - Crypto Library
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libk5crypto3
> S 644 usr/lib/x86_64-linux-gnu libk5crypto.so.3.1=187144
> S 644 usr/share/doc/libk5crypto3 changelog.Debian.gz=5080 copyright=63047
> L usr/lib/x86_64-linux-gnu libk5crypto.so.3=libk5crypto.so.3.1

@ debian trixie
Package: libkeyutils1
Source: keyutils
Version: 1.6.3-6
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.14)
Section: libs
Priority: optional
Homepage: https://git.kernel.org/pub/scm/linux/kernel/git/dhowells/keyutils.git
Description: Linux Key Management Utilities (library)
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libkeyutils1
> S 644 usr/lib/x86_64-linux-gnu libkeyutils.so.1.10=22448
> S 644 usr/share/doc/libkeyutils1 changelog.Debian.gz=1294 copyright=2148
> L usr/lib/x86_64-linux-gnu libkeyutils.so.1=libkeyutils.so.1.10

@ debian-security trixie-security
Package: libkrb5-3
Source: krb5
Version: 1.21.3-5+deb13u2
Architecture: amd64
Multi-Arch: same
Depends: libkrb5support0 (= 1.21.3-5+deb13u2), libc6 (>= 2.38), libcom-err2 (>= 1.43.9), libk5crypto3 (>= 1.20), libkeyutils1 (>= 1.5.9), libssl3t64 (>= 3.0.0)
Recommends: krb5-locales
Suggests: krb5-doc, krb5-user
Breaks: libapache2-mod-auth-kerb (<= 5.4-2.4)
Section: libs
Priority: optional
Homepage: https://web.mit.edu/kerberos/
Description: MIT Kerberos runtime libraries
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/lib/x86_64-linux-gnu/krb5 usr/lib/x86_64-linux-gnu/krb5/plugins
> D 755 usr/lib/x86_64-linux-gnu/krb5/plugins/libkrb5 usr/lib/x86_64-linux-gnu/krb5/plugins/preauth usr/share
> D 755 usr/share/doc usr/share/doc/libkrb5-3
> S 644 usr/lib/x86_64-linux-gnu/krb5/plugins/preauth spake.so=85592
> S 644 usr/lib/x86_64-linux-gnu libkrb5.so.3.3=883984
> S 644 usr/share/doc/libkrb5-3 changelog.Debian.gz=5081 copyright=63047
> L usr/lib/x86_64-linux-gnu libkrb5.so.3=libkrb5.so.3.3

@ debian-security trixie-security
Package: libkrb5support0
Source: krb5
Version: 1.21.3-5+deb13u2
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.38)
Breaks: krb5-admin-server (<< 1.20.1-4~), krb5-kdc (<< 1.20.1-4~), krb5-pkinit (<< 1.20.1-4~), krb5-user (<< 1.20.1-4~), libgssapi-krb5-2 (<< 1.20), libk5crypto3 (<< 1.20.1-4~), libkadm5clnt-mit9 (<< 1.13~alpha1-1), libkadm5srv-mit12 (<< 1.20.1-4~), libkadm5srv-mit9 (<< 1.13~alpha1-1), libkdb5-10t64 (<< 1.20.1-4~), libkdb5-8 (<< 1.16), libkrb5-3 (<< 1.20.1-4~)
Section: libs
Priority: optional
Homepage: https://web.mit.edu/kerberos/
Description: MIT Kerberos runtime libraries - Support library
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libkrb5support0
> S 644 usr/lib/x86_64-linux-gnu libkrb5support.so.0.1=52208
> S 644 usr/share/doc/libkrb5support0 changelog.Debian.gz=5080 copyright=63047
> L usr/lib/x86_64-linux-gnu libkrb5support.so.0=libkrb5support.so.0.1

@ debian trixie
Package: libldap-common
Source: openldap
Version: 2.6.10+dfsg-1
Architecture: all
Multi-Arch: foreign
Section: libs
Priority: optional
Homepage: https://www.openldap.org/
Description: OpenLDAP common files for libraries
! conffile /etc/ldap/ldap.conf
> D 755 etc etc/ldap usr usr/share usr/share/doc usr/share/doc/libldap-common
> S 644 etc/ldap ldap.conf=247
> S 644 usr/share/doc/libldap-common changelog.Debian.gz=11461 copyright=62859

@ debian trixie
Package: libldap2
Source: openldap
Version: 2.6.10+dfsg-1
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.38), libsasl2-2 (>= 2.1.28+dfsg1), libssl3t64 (>= 3.0.0)
Recommends: libldap-common
Section: libs
Priority: optional
Homepage: https://www.openldap.org/
Description: OpenLDAP libraries
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libldap2
> S 644 usr/lib/x86_64-linux-gnu liblber.so.2.0.200=63824 libldap.so.2.0.200=400912
> S 644 usr/share/doc/libldap2 changelog.Debian.gz=11460 copyright=62859
> L usr/lib/x86_64-linux-gnu liblber.so.2=liblber.so.2.0.200 libldap.so.2=libldap.so.2.0.200

@ debian trixie
Package: libmnl0
Source: libmnl
Version: 1.0.5-3
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
> S 644 usr/share/doc/libmnl0 changelog.Debian.gz=1984 copyright=2303
> L usr/lib/x86_64-linux-gnu libmnl.so.0=libmnl.so.0.2.0

@ debian trixie
Package: libncursesw6
Source: ncurses
Version: 6.5+20250216-2
Architecture: amd64
Multi-Arch: same
Depends: libtinfo6 (= 6.5+20250216-2), libc6 (>= 2.34)
Recommends: libgpm2
Section: libs
Priority: optional
Homepage: https://invisible-island.net/ncurses/
Description: shared libraries for terminal handling (wide character support)
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc
> S 644 usr/lib/x86_64-linux-gnu libformw.so.6.5=81296 libmenuw.so.6.5=43416 libncursesw.so.6.5=235520
> S 644 usr/lib/x86_64-linux-gnu libpanelw.so.6.5=22528
> L usr/lib/x86_64-linux-gnu libformw.so.6=libformw.so.6.5 libmenuw.so.6=libmenuw.so.6.5
> L usr/lib/x86_64-linux-gnu libncursesw.so.6=libncursesw.so.6.5 libpanelw.so.6=libpanelw.so.6.5
> L usr/share/doc libncursesw6=libtinfo6

@ debian trixie
Package: libnghttp2-14
Source: nghttp2
Version: 1.64.0-1.1+deb13u2
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.17)
Section: libs
Priority: optional
Homepage: https://nghttp2.org/
Description: library implementing HTTP/2 protocol (shared library)
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libnghttp2-14
> S 644 usr/lib/x86_64-linux-gnu libnghttp2.so.14.28.3=199152
> S 644 usr/share/doc/libnghttp2-14 changelog.Debian.gz=1723 copyright=6535
> L usr/lib/x86_64-linux-gnu libnghttp2.so.14=libnghttp2.so.14.28.3

@ debian trixie
Package: libnghttp3-9
Source: nghttp3
Version: 1.8.0-1
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.14)
Section: libs
Priority: optional
Homepage: https://github.com/ngtcp2/nghttp3
Description: HTTP/3 library with QUIC and QPACK (library)
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libnghttp3-9
> S 644 usr/lib/x86_64-linux-gnu libnghttp3.so.9.2.6=173392
> S 644 usr/share/doc/libnghttp3-9 changelog.Debian.gz=1301 copyright=8614
> L usr/lib/x86_64-linux-gnu libnghttp3.so.9=libnghttp3.so.9.2.6

@ debian trixie
Package: libnode115
Source: nodejs
Version: 20.19.2+dfsg-1+deb13u3
Architecture: amd64
Multi-Arch: same
Depends: libbrotli1 (>= 1.0.0), libc6 (>= 2.38), libcares2 (>= 1.28.0), libgcc-s1 (>= 3.4), libicu76 (>= 76.1-1~), libnghttp2-14 (>= 1.41.0), libssl3t64 (>= 3.4.0), libstdc++6 (>= 13.1), libuv1t64 (>= 1.46.0), zlib1g (>= 1:1.1.4), node-acorn (>= 6.2.1~), node-cjs-module-lexer (>= 1.2.2~), node-minimatch (>= 9.0.3-5), node-undici (>= 5.0.0~)
Conflicts: nodejs-legacy
Breaks: libnode108 (<< 19), libnode109 (<< 19), libnode64 (<< 10.24.1~), libnode72 (<< 13), node-modern-syslog (<< 1.1.4-2)
Replaces: libnode108, libnode109, libnode72, libnode83, libnode93, nodejs-legacy
Section: libs
Priority: optional
Homepage: https://nodejs.org/
Description: evented I/O for V8 javascript - runtime library
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libnode115
> S 644 usr/lib/x86_64-linux-gnu libnode.so.115=55166824
> S 644 usr/share/doc/libnode115 changelog.Debian.gz=13737 copyright=54580

@ debian trixie
Package: libonig5
Source: libonig (6.9.9-1)
Version: 6.9.9-1+b1
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.14)
Section: libs
Priority: optional
Homepage: https://github.com/kkos/oniguruma
Description: regular expressions library
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libonig5
> S 644 usr/lib/x86_64-linux-gnu libonig.so.5.4.0=626304
> S 644 usr/share/doc/libonig5 changelog.Debian.gz=1559 copyright=2564
> L usr/lib/x86_64-linux-gnu libonig.so.5=libonig.so.5.4.0

@ debian trixie
Package: libp11-kit0
Source: p11-kit
Version: 0.25.5-3
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.38), libffi8 (>= 3.4)
Section: libs
Priority: optional
Homepage: https://p11-glue.github.io/p11-glue/p11-kit.html
Description: library for loading and coordinating access to PKCS#11 modules - runtime
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libp11-kit0
> S 644 usr/lib/x86_64-linux-gnu libp11-kit.so.0.4.1=1705664
> S 644 usr/share/doc/libp11-kit0 changelog.Debian.gz=3188 copyright=15605
> L usr/lib/x86_64-linux-gnu libp11-kit.so.0=libp11-kit.so.0.4.1

@ debian trixie
Package: libpam-cap
Source: libcap2 (1:2.75-10+deb13u1)
Version: 1:2.75-10+deb13u1+b3
Architecture: amd64
Multi-Arch: same
Depends: libpam-runtime (>= 1.1.3-2~), libc6 (>= 2.33), libcap2 (>= 1:2.63), libpam0g (>= 0.99.7.1)
Breaks: libcap2-bin (<< 1:2.66-1)
Replaces: libcap2-bin (<< 1:2.66-1)
Section: libs
Priority: optional
Homepage: https://sites.google.com/site/fullycapable/
Description: POSIX 1003.1e capabilities (PAM module)
! conffile /etc/security/capability.conf
> D 755 etc etc/security usr usr/lib usr/lib/x86_64-linux-gnu usr/lib/x86_64-linux-gnu/security usr/share
> D 755 usr/share/doc usr/share/doc/libpam-cap usr/share/pam-configs
> S 644 etc/security capability.conf=2425
> S 644 usr/lib/x86_64-linux-gnu/security pam_cap.so=14248
> S 644 usr/share/doc/libpam-cap changelog.Debian.gz=3893 copyright=4496
> S 644 usr/share/pam-configs capability=124

@ debian trixie
Package: libproc2-0
Source: procps
Version: 2:4.0.4-9
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.38), libsystemd0
Replaces: procps (<< 1:3.3.2-1)
Section: libs
Priority: optional
Homepage: https://gitlab.com/procps-ng/procps
Description: library for accessing process information from /proc
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libproc2-0
> S 644 usr/lib/x86_64-linux-gnu libproc2.so.0.0.2=207368
> S 644 usr/share/doc/libproc2-0 changelog.Debian.gz=3571 copyright=3974
> L usr/lib/x86_64-linux-gnu libproc2.so.0=libproc2.so.0.0.2

@ debian trixie
Package: libpsl5t64
Source: libpsl (0.21.2-1.1)
Version: 0.21.2-1.1+b1
Architecture: amd64
Multi-Arch: same
Depends: libidn2-0 (>= 0.16), libc6 (>= 2.33), libunistring5 (>= 1.1)
Recommends: publicsuffix (>= 20150507)
Breaks: libpsl5 (<< 0.21.2-1.1)
Replaces: libpsl5
Provides: libpsl5 (= 0.21.2-1.1+b1)
Section: libs
Priority: optional
Homepage: https://github.com/rockdaboot/libpsl
Description: Library for Public Suffix List (shared libraries)
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libpsl5t64
> S 644 usr/lib/x86_64-linux-gnu libpsl.so.5.3.4=75616
> S 644 usr/share/doc/libpsl5t64 changelog.Debian.gz=1118 copyright=3310
> L usr/lib/x86_64-linux-gnu libpsl.so.5=libpsl.so.5.3.4

@ debian trixie
Package: libreadline8t64
Source: readline
Version: 8.2-6
Architecture: amd64
Multi-Arch: same
Depends: readline-common, libc6 (>= 2.38), libtinfo6 (>= 6)
Breaks: libreadline8 (<< 8.2-6)
Replaces: libreadline8
Provides: libreadline8 (= 8.2-6)
Section: libs
Priority: optional
Homepage: https://tiswww.case.edu/php/chet/readline/rltop.html
Description: GNU readline and history libraries, run-time libraries
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libreadline8t64
> S 644 usr/lib/x86_64-linux-gnu libhistory.so.8.2=51656 libreadline.so.8.2=362728
> S 644 usr/share/doc/libreadline8t64 changelog.Debian.gz=1666 copyright=4314
> L usr/lib/x86_64-linux-gnu libhistory.so.8=libhistory.so.8.2 libreadline.so.8=libreadline.so.8.2

@ debian trixie
Package: librtmp1
Source: rtmpdump (2.4+20151223.gitfa8646d.1-2)
Version: 2.4+20151223.gitfa8646d.1-2+b5
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.34), libgmp10 (>= 2:6.3.0+dfsg), libgnutls30t64 (>= 3.8.1), libhogweed6t64, libnettle8t64, zlib1g (>= 1:1.1.4)
Section: libs
Priority: optional
Homepage: http://rtmpdump.mplayerhq.hu/
Description: toolkit for RTMP streams (shared library)
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/librtmp1
> S 644 usr/lib/x86_64-linux-gnu librtmp.so.1=122256
> S 644 usr/share/doc/librtmp1 changelog.Debian.gz=926 copyright=2726

@ debian trixie
Package: libsasl2-2
Source: cyrus-sasl2
Version: 2.1.28+dfsg1-9
Architecture: amd64
Multi-Arch: same
Depends: libsasl2-modules-db (>= 2.1.28+dfsg1-9), libc6 (>= 2.38), libssl3t64 (>= 3.0.0)
Recommends: libsasl2-modules (>= 2.1.28+dfsg1-9)
Replaces: libsasl2
Section: libs
Priority: optional
Homepage: https://www.cyrusimap.org/sasl/
Description: Cyrus SASL - authentication abstraction library
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/sasl2 usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libsasl2-2
> S 644 usr/lib/x86_64-linux-gnu libsasl2.so.2.0.25=109232
> S 644 usr/share/doc/libsasl2-2 changelog.Debian.gz=3628 copyright=24643
> L usr/lib/x86_64-linux-gnu libsasl2.so.2=libsasl2.so.2.0.25

@ debian trixie
Package: libsasl2-modules
Source: cyrus-sasl2
Version: 2.1.28+dfsg1-9
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.38), libssl3t64 (>= 3.0.0)
Suggests: libsasl2-modules-gssapi-mit | libsasl2-modules-gssapi-heimdal, libsasl2-modules-ldap, libsasl2-modules-otp, libsasl2-modules-sql
Breaks: libsasl2-modules-gssapi-mit (<< 2.1.28+dfsg-4)
Replaces: libsasl2-modules-gssapi-mit (<< 2.1.28+dfsg-4)
Section: libs
Priority: optional
Homepage: https://www.cyrusimap.org/sasl/
Description: Cyrus SASL - pluggable authentication modules
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/lib/x86_64-linux-gnu/sasl2 usr/share usr/share/doc
> D 755 usr/share/doc/libsasl2-modules
> S 644 usr/share/doc/libsasl2-modules changelog.Debian.gz=3628 copyright=24643

@ debian trixie
Package: libsasl2-modules-db
Source: cyrus-sasl2
Version: 2.1.28+dfsg1-9
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.14), libdb5.3t64
Section: libs
Priority: optional
Homepage: https://www.cyrusimap.org/sasl/
Description: Cyrus SASL - pluggable authentication modules (DB)
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/lib/x86_64-linux-gnu/sasl2 usr/share usr/share/doc
> D 755 usr/share/doc/libsasl2-modules-db
> S 644 usr/share/doc/libsasl2-modules-db changelog.Debian.gz=3630 copyright=24643

@ debian trixie
Package: libssh2-1t64
Source: libssh2
Version: 1.11.1-1+deb13u2
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.25), libssl3t64 (>= 3.0.0), zlib1g (>= 1:1.1.4)
Breaks: libssh2-1 (<< 1.11.1-1+deb13u2)
Replaces: libssh2-1
Provides: libssh2-1 (= 1.11.1-1+deb13u2)
Section: libs
Priority: optional
Homepage: https://libssh2.org/
Description: SSH2 client-side library
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libssh2-1t64
> S 644 usr/lib/x86_64-linux-gnu libssh2.so.1.0.1=297472
> S 644 usr/share/doc/libssh2-1t64 changelog.Debian.gz=1946 copyright=2975
> L usr/lib/x86_64-linux-gnu libssh2.so.1=libssh2.so.1.0.1

@ debian trixie
Package: libtasn1-6
Version: 4.20.0-2+deb13u1
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.38)
Section: libs
Priority: optional
Homepage: https://www.gnu.org/software/libtasn1/
Description: Manage ASN.1 structures (runtime)
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libtasn1-6
> S 644 usr/lib/x86_64-linux-gnu libtasn1.so.6.6.4=88064
> S 644 usr/share/doc/libtasn1-6 changelog.Debian.gz=2175 copyright=3359
> L usr/lib/x86_64-linux-gnu libtasn1.so.6=libtasn1.so.6.6.4

@ debian trixie
Package: libtirpc-common
Source: libtirpc
Version: 1.3.6+ds-1
Architecture: all
Multi-Arch: foreign
Breaks: libtirpc1, libtirpc3t64 (<< 1.1.4-0.1~)
Replaces: libtirpc1, libtirpc3t64 (<< 1.1.4-0.1~)
Section: libs
Priority: optional
Homepage: http://sourceforge.net/projects/libtirpc
Description: transport-independent RPC library - common files
! conffile /etc/netconfig
> D 755 etc usr usr/share usr/share/doc usr/share/doc/libtirpc-common
> S 644 etc netconfig=767
> S 644 usr/share/doc/libtirpc-common changelog.Debian.gz=1601 copyright=13121

@ debian trixie
Package: libtirpc3t64
Source: libtirpc
Version: 1.3.6+ds-1
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.38), libgssapi-krb5-2 (>= 1.17), libtirpc-common (>= 1.3.6+ds-1)
Breaks: libtirpc3 (<< 1.3.6+ds-1), nfs-common (<< 1:1.2.8-7), nfs-kernel-server (<< 1:1.2.8-7)
Replaces: libtirpc3
Provides: libtirpc3 (= 1.3.6+ds-1)
Section: libs
Priority: optional
Homepage: http://sourceforge.net/projects/libtirpc
Description: transport-independent RPC library
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libtirpc3t64
> S 644 usr/lib/x86_64-linux-gnu libtirpc.so.3.0.0=195024
> S 644 usr/share/doc/libtirpc3t64 changelog.Debian.gz=1603 copyright=13121
> L usr/lib/x86_64-linux-gnu libtirpc.so.3=libtirpc.so.3.0.0

@ debian trixie
Package: libunistring5
Source: libunistring
Version: 1.3-2
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.34)
Section: libs
Priority: optional
Homepage: https://www.gnu.org/software/libunistring/
Description: Unicode string library for C
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libunistring5
> S 644 usr/lib/x86_64-linux-gnu libunistring.so.5.2.0=1996840
> S 644 usr/share/doc/libunistring5 changelog.Debian.gz=1704 copyright=103761
> L usr/lib/x86_64-linux-gnu libunistring.so.5=libunistring.so.5.2.0

@ debian trixie
Package: libuv1t64
Source: libuv1
Version: 1.50.0-2
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.38)
Breaks: libuv1 (<< 1.48.0-1.1)
Replaces: libuv1
Provides: libuv1 (= 1.50.0-2)
Section: libs
Priority: optional
Homepage: https://github.com/libuv/libuv
Description: asynchronous event notification library - runtime library
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libuv1t64
> S 644 usr/lib/x86_64-linux-gnu libuv.so.1.0.0=213424
> S 644 usr/share/doc/libuv1t64 changelog.Debian.gz=2609 copyright=30855
> L usr/lib/x86_64-linux-gnu libuv.so.1=libuv.so.1.0.0

@ debian trixie
Package: libxtables12
Source: iptables
Version: 1.8.11-2
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.34)
Section: libs
Priority: optional
Homepage: https://www.netfilter.org/
Description: netfilter xtables library
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libxtables12
> S 644 usr/lib/x86_64-linux-gnu libxtables.so.12.7.0=67504
> S 644 usr/share/doc/libxtables12 changelog.Debian.gz=3337 copyright=13982
> L usr/lib/x86_64-linux-gnu libxtables.so.12=libxtables.so.12.7.0

@ debian trixie
Package: linux-sysctl-defaults
Source: linux-base
Version: 4.12.1
Architecture: all
Multi-Arch: foreign
Section: kernel
Priority: important
Description: default sysctl configuration for Linux
> D 755 usr usr/lib usr/lib/sysctl.d usr/share usr/share/doc usr/share/doc/linux-sysctl-defaults
> S 644 usr/lib/sysctl.d 50-default.conf=2170
> S 644 usr/share/doc/linux-sysctl-defaults copyright=4465

@ debian trixie
Package: nano
Version: 8.4-1+deb13u1
Architecture: amd64
Depends: libc6 (>= 2.38), libncursesw6 (>= 6), libtinfo6 (>= 6)
Suggests: hunspell
Conflicts: pico
Breaks: nano-tiny (<< 2.8.6-2)
Replaces: nano-tiny (<< 2.8.6-2), pico
Section: editors
Priority: important
Homepage: https://www.nano-editor.org/
Description: small, friendly text editor inspired by Pico
! conffile /etc/nanorc
> D 755 etc usr usr/bin usr/share usr/share/doc usr/share/doc/nano usr/share/nano usr/share/nano/debian
> D 755 usr/share/nano/extra
> S 644 etc nanorc=11763
> P 755 usr/bin = nano=303960
> S 644 usr/share/doc/nano changelog.Debian.gz=3478 copyright=2114
> S 644 usr/share/nano asm.nanorc=759 autoconf.nanorc=652 awk.nanorc=1487 c.nanorc=1950 changelog.nanorc=790
> S 644 usr/share/nano cmake.nanorc=859 css.nanorc=518 default.nanorc=775 elisp.nanorc=1142 email.nanorc=340
> S 644 usr/share/nano go.nanorc=1446 groff.nanorc=790 guile.nanorc=596 html.nanorc=1286 java.nanorc=654
> S 644 usr/share/nano javascript.nanorc=850 json.nanorc=805 lua.nanorc=2461 makefile.nanorc=552 man.nanorc=876
> S 644 usr/share/nano markdown.nanorc=947 nanohelp.nanorc=594 nanorc.nanorc=4349 nftables.nanorc=927
> S 644 usr/share/nano objc.nanorc=1522 ocaml.nanorc=831 patch.nanorc=641 perl.nanorc=2119 php.nanorc=1118
> S 644 usr/share/nano po.nanorc=1360 python.nanorc=1462 ruby.nanorc=1382 rust.nanorc=1036 sh.nanorc=1557
> S 644 usr/share/nano sql.nanorc=2444 tcl.nanorc=2170 tex.nanorc=199 texinfo.nanorc=834 xml.nanorc=721
> S 644 usr/share/nano yaml.nanorc=1368
> S 644 usr/share/nano/debian debian.nanorc=801
> S 644 usr/share/nano/extra ada.nanorc=1263 fortran.nanorc=1996 haskell.nanorc=1009 povray.nanorc=675
> S 644 usr/share/nano/extra spec.nanorc=2194
> L usr/bin rnano=nano
> L usr/share/nano debian.nanorc=debian/debian.nanorc haskell.nanorc=extra/haskell.nanorc

@ debian trixie
Package: net-tools
Version: 2.10-1.3
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.38), libselinux1 (>= 3.1~)
Section: net
Priority: optional
Homepage: http://sourceforge.net/projects/net-tools/
Description: NET-3 networking toolkit
> D 755 usr usr/bin usr/sbin usr/share usr/share/doc usr/share/doc/net-tools
> P 755 usr/bin busybox netstat=159400
> P 755 usr/sbin busybox arp=67720 ifconfig=83976 iptunnel=27192 nameif=15000 route=70832 slattach=46280
> P 755 usr/sbin = ipmaddr=19008 mii-tool=27728 plipconfig=14824 rarp=38024
> S 644 usr/share/doc/net-tools changelog.Debian.gz=1070 copyright=1334

@ debian trixie
Package: netcat-openbsd
Version: 1.229-1
Architecture: amd64
Depends: libbsd0 (>= 0.2.0), libc6 (>= 2.38)
Provides: netcat
Section: net
Priority: optional
Description: TCP/IP swiss army knife
> D 755 usr usr/bin usr/share usr/share/doc usr/share/doc/netcat-openbsd
> P 755 usr/bin busybox nc.openbsd=43592
> S 644 usr/share/doc/netcat-openbsd changelog.Debian.gz=4688 copyright=3634

@ debian trixie
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

@ debian trixie
Package: node-balanced-match
Version: 2.0.0-1
Architecture: all
Multi-Arch: foreign
Section: javascript
Priority: optional
Homepage: https://github.com/juliangruber/balanced-match
Description: Match balanced character pairs in Node.js
> D 755 usr usr/share usr/share/doc usr/share/doc/node-balanced-match usr/share/nodejs
> D 755 usr/share/nodejs/balanced-match
> S 644 usr/share/doc/node-balanced-match changelog.Debian.gz=769 copyright=1503
> S 644 usr/share/nodejs/balanced-match strata-stand-in=2436

@ debian trixie
Package: node-brace-expansion
Version: 2.0.1+~1.1.0-2
Architecture: all
Multi-Arch: foreign
Depends: node-balanced-match
Provides: node-types-brace-expansion (= 1.1.0)
Section: javascript
Priority: optional
Homepage: https://github.com/juliangruber/brace-expansion
Description: Brace expansion as known from sh/bash for Node.js
> D 755 usr usr/share usr/share/doc usr/share/doc/node-brace-expansion usr/share/nodejs usr/share/nodejs/@types
> D 755 usr/share/nodejs/brace-expansion
> S 644 usr/share/doc/node-brace-expansion changelog.Debian.gz=938 copyright=1591
> S 644 usr/share/nodejs/@types strata-stand-in=945
> S 644 usr/share/nodejs/brace-expansion strata-stand-in=6089

@ debian trixie
Package: node-cjs-module-lexer
Version: 1.2.3+dfsg-1
Architecture: all
Multi-Arch: foreign
Breaks: jest (<< 29)
Section: javascript
Priority: optional
Homepage: https://github.com/nodejs/cjs-module-lexer#readme
Description: Fast lexer to extract named exports from CommonJS modules
> D 755 usr usr/share usr/share/doc usr/share/doc/node-cjs-module-lexer usr/share/nodejs
> D 755 usr/share/nodejs/cjs-module-lexer
> S 644 usr/share/doc/node-cjs-module-lexer changelog.Debian.gz=633 copyright=1839
> S 644 usr/share/nodejs/cjs-module-lexer strata-stand-in=140661

@ debian trixie
Package: node-corepack
Version: 0.24.0-5
Architecture: all
Multi-Arch: foreign
Depends: nodejs:any
Section: javascript
Priority: optional
Homepage: https://github.com/nodejs/corepack#readme
Description: Access npm, Yarn and pnpm without having to install them
> D 755 usr usr/bin usr/share usr/share/doc usr/share/doc/node-corepack usr/share/nodejs
> D 755 usr/share/nodejs/corepack
> S 644 usr/share/doc/node-corepack changelog.Debian.gz=843 copyright=1416
> L usr/bin corepack=../share/nodejs/corepack/dist/corepack.js
> S 644 usr/share/nodejs/corepack strata-stand-in=3533921

@ debian trixie
Package: node-minimatch
Version: 9.0.3-6
Architecture: all
Multi-Arch: foreign
Depends: node-brace-expansion
Breaks: node-glob (<< 8.0.3+~cs8.4.15-2~), node-typescript-types (<< 20201105-1~)
Section: javascript
Priority: optional
Homepage: https://github.com/isaacs/minimatch
Description: Convert glob expressions into RegExp objects for Node.js
> D 755 usr usr/share usr/share/doc usr/share/doc/node-minimatch usr/share/nodejs usr/share/nodejs/minimatch
> S 644 usr/share/doc/node-minimatch changelog.Debian.gz=1379 copyright=2268
> S 644 usr/share/nodejs/minimatch strata-stand-in=555136

@ debian trixie
Package: node-undici
Version: 7.3.0+dfsg1+~cs24.12.11-1
Architecture: all
Multi-Arch: foreign
Provides: node-binary-search (= 1.3.6), node-fastify-busboy (= 3.1.1), node-undici-types (= 7.3.0)
Section: javascript
Priority: optional
Homepage: https://undici.nodejs.org
Description: Node.js HTTP/1.1 client
> D 755 usr usr/share usr/share/doc usr/share/doc/node-undici usr/share/nodejs usr/share/nodejs/@fastify
> D 755 usr/share/nodejs/binary-search usr/share/nodejs/undici usr/share/nodejs/undici-types
> S 644 usr/share/doc/node-undici changelog.Debian.gz=2363 copyright=16461
> S 644 usr/share/nodejs/@fastify strata-stand-in=66958
> S 644 usr/share/nodejs/binary-search strata-stand-in=2514
> S 644 usr/share/nodejs/undici strata-stand-in=1638347
> S 644 usr/share/nodejs/undici-types strata-stand-in=91420

@ debian trixie
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

@ debian trixie
Package: nodejs
Version: 20.19.2+dfsg-1+deb13u3
Architecture: amd64
Multi-Arch: allowed
Depends: libc6 (>= 2.34), libnode115 (= 20.19.2+dfsg-1+deb13u3), node-corepack
Recommends: ca-certificates, nodejs-doc
Suggests: npm
Conflicts: nodejs-legacy
Breaks: libnode108 (<< 19), libnode109 (<< 19), libnode72 (<< 13), libnode83 (<< 16.13.2+really14.19.1~dfsg~), node-babel-runtime (<< 7), node-jest (<< 29~), node-typescript-types (<< 20210110~)
Replaces: libnode105, libnode108, libnode109, libnode72 (<< 13), libnode83 (<< 16.13.2+really14.19.1~dfsg~), nodejs-legacy
Provides: node-types-node (= 20.17.47~20.19.2+dfsg-1+deb13u3)
Section: web
Priority: optional
Homepage: https://nodejs.org/
Description: evented I/O for V8 javascript - runtime executable
> D 755 usr usr/bin usr/lib usr/lib/x86_64-linux-gnu usr/lib/x86_64-linux-gnu/nodejs usr/share
> D 755 usr/share/bash-completion usr/share/doc usr/share/doc/nodejs usr/share/nodejs usr/share/nodejs/@types
> P 755 usr/bin = node=26704
> S 644 usr/share/doc/nodejs changelog.Debian.gz=13734 copyright=54580
> L usr/bin nodejs=node
> L usr/lib/x86_64-linux-gnu node_modules=nodejs
> L usr/share node_modules=nodejs
> S 644 usr/share/bash-completion strata-stand-in=4207
> S 644 usr/share/nodejs/@types strata-stand-in=2234947

@ debian trixie
Package: openssl
Version: 3.5.9-1~deb13u1
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.34), libssl3t64 (>= 3.5.0)
Suggests: ca-certificates
Section: utils
Priority: optional
Homepage: https://openssl-library.org
Description: Secure Sockets Layer toolkit - cryptographic utility
! conffile /etc/ssl/openssl.cnf
> D 755 etc etc/ssl etc/ssl/certs etc/ssl/private usr usr/bin usr/lib usr/lib/ssl usr/lib/ssl/misc usr/share
> D 755 usr/share/doc usr/share/doc/openssl
> S 644 etc/ssl openssl.cnf=12411
> P 755 usr/bin = c_rehash=6919 openssl=1103272
> S 755 usr/lib/ssl/misc CA.pl=13397 tsget.pl=6742
> S 644 usr/share/doc/openssl changelog.Debian.gz=7931 copyright=2543
> L usr/lib/ssl cert.pem=/etc/ssl/certs/ca-certificates.crt certs=/etc/ssl/certs
> L usr/lib/ssl openssl.cnf=/etc/ssl/openssl.cnf private=/etc/ssl/private
> L usr/lib/ssl/misc tsget=tsget.pl

@ debian trixie
Package: patch
Version: 2.8-2+deb13u1
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.34)
Suggests: ed, diffutils-doc
Section: vcs
Priority: optional
Homepage: https://savannah.gnu.org/projects/patch/
Description: Apply a diff file to an original
> D 755 usr usr/bin usr/share usr/share/doc usr/share/doc/patch
> P 755 usr/bin busybox patch=171608
> S 644 usr/share/doc/patch changelog.Debian.gz=833 copyright=1594

@ debian trixie
Package: procps
Version: 2:4.0.4-9
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.38), libncursesw6 (>= 6), libproc2-0 (>= 2:4.0.4), libsystemd0 (>= 254), libtinfo6 (>= 6), init-system-helpers (>= 1.29~)
Recommends: psmisc, linux-sysctl-defaults
Breaks: manpages-de (<< 4.9.1-2), manpages-fr (<< 4.9.1-2), manpages-fr-extra (<< 20151231+nmu1), manpages-pl (<< 1:4.9.1-2)
Replaces: manpages-de (<< 4.9.1-2), manpages-fr (<< 4.9.1-2), manpages-fr-extra (<< 20151231+nmu1), manpages-pl (<< 1:4.9.1-2)
Provides: watch
Section: admin
Priority: important
Homepage: https://gitlab.com/procps-ng/procps
Description: /proc file system utilities
! conffile /etc/init.d/procps
! conffile /etc/sysctl.d/README.sysctl
> D 755 etc etc/init.d etc/sysctl.d usr usr/bin usr/sbin usr/share usr/share/doc usr/share/doc/procps
> S 755 etc/init.d procps=959
> S 644 etc/sysctl.d README.sysctl=269
> P 755 usr/bin busybox free=26936 kill=22840 pgrep=39344 pmap=35160 ps=154552 pwdx=14648 top=138864
> P 755 usr/bin busybox uptime=14648 w=31032 watch=31512
> P 755 usr/bin = pidwait=39344 skill=31056 slabtop=22904 tload=22856 vmstat=39648
> P 755 usr/sbin busybox sysctl=31040
> S 644 usr/share/doc/procps changelog.Debian.gz=3569 copyright=3974
> L usr/bin pkill=pgrep snice=skill

@ debian trixie
Package: psmisc
Version: 23.7-2
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.38), libtinfo6 (>= 6)
Breaks: manpages-de (<< 4.9.1-1)
Replaces: manpages-de (<< 4.9.1-1)
Section: admin
Priority: optional
Homepage: http://psmisc.sf.net/
Description: utilities that use the proc file system
> D 755 usr usr/bin usr/share usr/share/doc usr/share/doc/psmisc
> P 755 usr/bin busybox fuser=40784 killall=32720 pstree=36640
> P 755 usr/bin = peekfd=14848 prtstat=19016 pslog=14792
> S 644 usr/share/doc/psmisc changelog.Debian.gz=1258 copyright=1341
> L usr/bin pstree.x11=pstree

@ debian trixie
Package: publicsuffix
Version: 20250328.1952-0.1
Architecture: all
Multi-Arch: foreign
Provides: publicsuffix-dafsa
Section: net
Priority: optional
Homepage: https://publicsuffix.org
Description: accurate, machine-readable list of domain name suffixes
> D 755 usr usr/share usr/share/doc usr/share/doc/publicsuffix usr/share/publicsuffix
> S 644 usr/share/doc/publicsuffix changelog.Debian.gz=1029 copyright=24418
> S 644 usr/share/publicsuffix public_suffix_list.dafsa=53686 public_suffix_list.dat=318380
> L usr/share/publicsuffix effective_tld_names.dat=public_suffix_list.dat

@ debian trixie
Package: readline-common
Source: readline
Version: 8.2-6
Architecture: all
Multi-Arch: foreign
Suggests: readline-doc
Conflicts: libreadline-common, libreadline5 (<< 5.0-11)
Replaces: libreadline-common, libreadline4 (<< 4.3-16), libreadline5 (<< 5.0-11)
Section: utils
Priority: important
Homepage: https://tiswww.case.edu/php/chet/readline/rltop.html
Description: GNU readline and history libraries, common files
> D 755 etc usr usr/share usr/share/doc usr/share/doc/readline-common usr/share/readline
> S 644 usr/share/doc/readline-common changelog.Debian.gz=1665 copyright=4314
> S 644 usr/share/readline inputrc=1875

@ debian trixie
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

@ debian trixie
Package: traceroute
Version: 1:2.1.6-1
Architecture: amd64
Depends: libc6 (>= 2.38)
Section: net
Priority: standard
Homepage: https://traceroute.sourceforge.net/
Description: Traces the route taken by packets over an IPv4/IPv6 network
> D 755 usr usr/bin usr/include usr/lib usr/sbin usr/share usr/share/doc usr/share/doc/traceroute
> P 755 usr/bin = lft.db=2489 traceproto.db=2884 traceroute-nanog=1617
> P 755 usr/bin busybox traceroute.db=77104
> S 644 usr/include clif.h=4542
> S 644 usr/lib libsupp.a=22976
> P 755 usr/sbin = tcptraceroute.db=1593
> S 644 usr/share/doc/traceroute changelog.Debian.gz=613 copyright=2133
> L usr/bin traceroute6.db=traceroute.db

@ debian trixie
Package: tree
Version: 2.2.1-1
Architecture: amd64
Depends: libc6 (>= 2.38)
Section: utils
Priority: optional
Homepage: http://oldmanprogrammer.net/source.php?dir=projects/tree
Description: displays an indented directory tree, in color
> D 755 usr usr/bin usr/share usr/share/doc usr/share/doc/tree
> P 755 usr/bin = tree=93744
> S 644 usr/share/doc/tree changelog.Debian.gz=1804 copyright=916

@ debian trixie
Package: unzip
Version: 6.0-29+deb13u1
Architecture: amd64
Multi-Arch: foreign
Depends: libbz2-1.0, libc6 (>= 2.34)
Suggests: zip
Section: utils
Priority: optional
Homepage: https://infozip.sourceforge.net/UnZip.html
Description: De-archiver for .zip files
> D 755 usr usr/bin usr/lib usr/lib/mime usr/lib/mime/packages usr/share usr/share/doc usr/share/doc/unzip
> P 755 usr/bin = funzip=27176 unzipsfx=84928 zipgrep=2830
> P 755 usr/bin busybox unzip=179248
> L usr/bin zipinfo=unzip
> S 644 usr/lib/mime/packages unzip=77
> S 644 usr/share/doc/unzip changelog.Debian.gz=6783 copyright=4082

@ debian trixie
Package: vim-common
Source: vim
Version: 2:9.1.1230-2+deb13u2
Architecture: all
Multi-Arch: foreign
Recommends: xxd, vim | vim-gtk3 | vim-motif | vim-nox | vim-tiny
Breaks: vim-runtime (<< 2:9.0.1658-1~)
Replaces: vim-runtime (<< 2:9.0.1658-1~)
Section: editors
Priority: important
Homepage: https://www.vim.org/
Description: Vi IMproved - Common files
! conffile /etc/vim/vimrc
> D 755 etc etc/vim usr usr/bin usr/lib usr/lib/mime usr/lib/mime/packages usr/share usr/share/doc
> D 755 usr/share/doc/vim-common usr/share/vim usr/share/vim/vim91 var var/lib var/lib/vim var/lib/vim/addons
> S 644 etc/vim vimrc=2667
> P 755 usr/bin = helpztags=2514
> S 644 usr/lib/mime/packages vim-common=346
> S 644 usr/share/doc/vim-common changelog.Debian.gz=11264 copyright=30507
> S 644 usr/share/vim/vim91 strata-stand-in=1639398

@ debian trixie
Package: vim-tiny
Source: vim
Version: 2:9.1.1230-2+deb13u2
Architecture: amd64
Depends: vim-common (= 2:9.1.1230-2+deb13u2), libacl1 (>= 2.2.23), libc6 (>= 2.34), libselinux1 (>= 3.1~), libtinfo6 (>= 6)
Suggests: indent
Provides: editor
Section: editors
Priority: important
Homepage: https://www.vim.org/
Description: Vi IMproved - enhanced vi editor - compact version
! conffile /etc/vim/vimrc.tiny
> D 755 etc etc/vim usr usr/bin usr/share usr/share/doc usr/share/doc/vim-tiny usr/share/vim usr/share/vim/vim91
> S 644 etc/vim vimrc.tiny=662
> P 755 usr/bin busybox vim.tiny=1761704
> S 644 usr/share/doc/vim-tiny changelog.Debian.gz=11264 copyright=30507
> S 644 usr/share/vim/vim91 strata-stand-in=4088

@ debian trixie
Package: wget
Version: 1.25.0-2
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.38), libgnutls30t64 (>= 3.8.1), libidn2-0 (>= 0.6), libnettle8t64, libpcre2-8-0 (>= 10.22), libpsl5t64 (>= 0.16.0), libuuid1 (>= 2.16), zlib1g (>= 1:1.1.4)
Recommends: ca-certificates
Conflicts: wget-ssl
Section: web
Priority: standard
Homepage: https://www.gnu.org/software/wget/
Description: retrieves files from the web
! conffile /etc/wgetrc
> D 755 etc usr usr/bin usr/share usr/share/doc usr/share/doc/wget
> S 644 etc wgetrc=4942
> P 755 usr/bin busybox wget=482672
> S 644 usr/share/doc/wget changelog.Debian.gz=1406 copyright=1440

@ debian trixie
Package: xxd
Source: vim
Version: 2:9.1.1230-2+deb13u2
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.34)
Section: editors
Priority: optional
Homepage: https://www.vim.org/
Description: tool to make (or reverse) a hex dump
> D 755 usr usr/bin usr/share usr/share/doc usr/share/doc/xxd
> P 755 usr/bin busybox xxd=22744
> S 644 usr/share/doc/xxd changelog.Debian.gz=11264 copyright=30507
`;
