/** noble: facts recorded by scripts/record-deb-packages.mjs; see there. */

export const noble = `
@ ubuntu noble
Package: bash-completion
Version: 1:2.11-8
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
> P 755 usr/bin = dh_bash-completion=4527
> S 644 usr/share/cmake/bash-completion bash-completion-config-version.cmake=252
> S 644 usr/share/cmake/bash-completion bash-completion-config.cmake=393
> S 644 usr/share/doc/bash-completion changelog.Debian.gz=1336 copyright=1297
> S 644 usr/share/pkgconfig bash-completion.pc=328
> S 644 usr/share/bash-completion strata-stand-in=869422
> S 644 usr/share/perl5 strata-stand-in=131

@ ubuntu noble
Package: bc
Version: 1.07.1-3ubuntu4
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.38), libreadline8t64 (>= 6.0)
Section: math
Priority: optional
Homepage: https://www.gnu.org/software/bc/
Description: GNU bc arbitrary precision calculator language
> D 755 usr usr/bin usr/share usr/share/doc usr/share/doc/bc
> P 755 usr/bin busybox bc=93000
> S 644 usr/share/doc/bc changelog.Debian.gz=785 copyright=6248

@ ubuntu noble-updates/universe
Package: busybox
Version: 1:1.36.1-6ubuntu3.1
Architecture: amd64
Depends: libc6 (>= 2.38)
Conflicts: busybox-static
Replaces: busybox-static
Section: universe/utils
Priority: optional
Homepage: http://www.busybox.net
Description: Tiny utilities for small and embedded systems
> D 755 usr usr/bin usr/share usr/share/doc usr/share/doc/busybox
> P 755 usr/bin busybox busybox=846608
> S 644 usr/share/doc/busybox changelog.Debian.gz=7674 copyright=1110

@ ubuntu noble-updates
Package: ca-certificates
Version: 20260816ubuntu0.24.04.2
Architecture: all
Multi-Arch: foreign
Depends: openssl (>= 1.1.1), debconf (>= 0.5) | debconf-2.0
Breaks: ca-certificates-java (<< 20210218)
Section: misc
Priority: important
Description: Common CA certificates
> D 755 etc etc/ca-certificates etc/ca-certificates/update.d etc/ssl etc/ssl/certs usr usr/sbin usr/share
> D 755 usr/share/ca-certificates usr/share/ca-certificates/mozilla usr/share/doc usr/share/doc/ca-certificates
> P 755 usr/sbin = update-ca-certificates=5678
> S 644 usr/share/ca-certificates/mozilla ACCVRAIZ1.crt=2772 AC_RAIZ_FNMT-RCM.crt=1972
> S 644 usr/share/ca-certificates/mozilla AC_RAIZ_FNMT-RCM_SERVIDORES_SEGUROS.crt=904
> S 644 usr/share/ca-certificates/mozilla ANF_Secure_Server_Root_CA.crt=2118
> S 644 usr/share/ca-certificates/mozilla Actalis_Authentication_Root_CA.crt=2049 Amazon_Root_CA_1.crt=1188
> S 644 usr/share/ca-certificates/mozilla Amazon_Root_CA_2.crt=1883 Amazon_Root_CA_3.crt=656
> S 644 usr/share/ca-certificates/mozilla Amazon_Root_CA_4.crt=737 Atos_TrustedRoot_Root_CA_ECC_TLS_2021.crt=782
> S 644 usr/share/ca-certificates/mozilla Atos_TrustedRoot_Root_CA_RSA_TLS_2021.crt=1931
> S 644 usr/share/ca-certificates/mozilla Autoridad_de_Certificacion_Firmaprofesional_CIF_A62634068.crt=2167
> S 644 usr/share/ca-certificates/mozilla BJCA_Global_Root_CA1.crt=1952 BJCA_Global_Root_CA2.crt=806
> S 644 usr/share/ca-certificates/mozilla Buypass_Class_2_Root_CA.crt=1915 Buypass_Class_3_Root_CA.crt=1915
> S 644 usr/share/ca-certificates/mozilla CA_Disig_Root_R2.crt=1935 CFCA_EV_ROOT.crt=1984
> S 644 usr/share/ca-certificates/mozilla COMODO_ECC_Certification_Authority.crt=940
> S 644 usr/share/ca-certificates/mozilla COMODO_RSA_Certification_Authority.crt=2086 Certainly_Root_E1.crt=741
> S 644 usr/share/ca-certificates/mozilla Certainly_Root_R1.crt=1891 Certigna_Root_CA.crt=2264
> S 644 usr/share/ca-certificates/mozilla Certum_EC-384_CA.crt=891 Certum_Trusted_Network_CA.crt=1354
> S 644 usr/share/ca-certificates/mozilla Certum_Trusted_Network_CA_2.crt=2078 Certum_Trusted_Root_CA.crt=2053
> S 644 usr/share/ca-certificates/mozilla D-TRUST_BR_Root_CA_1_2020.crt=1050 D-TRUST_BR_Root_CA_2_2023.crt=2025
> S 644 usr/share/ca-certificates/mozilla D-TRUST_EV_Root_CA_1_2020.crt=1050 D-TRUST_EV_Root_CA_2_2023.crt=2025
> S 644 usr/share/ca-certificates/mozilla D-TRUST_Root_Class_3_CA_2_2009.crt=1517
> S 644 usr/share/ca-certificates/mozilla D-TRUST_Root_Class_3_CA_2_EV_2009.crt=1537
> S 644 usr/share/ca-certificates/mozilla DigiCert_Assured_ID_Root_G2.crt=1306
> S 644 usr/share/ca-certificates/mozilla DigiCert_Assured_ID_Root_G3.crt=851 DigiCert_Global_Root_G2.crt=1294
> S 644 usr/share/ca-certificates/mozilla DigiCert_Global_Root_G3.crt=839 DigiCert_TLS_ECC_P384_Root_G5.crt=790
> S 644 usr/share/ca-certificates/mozilla DigiCert_TLS_RSA4096_Root_G5.crt=1931
> S 644 usr/share/ca-certificates/mozilla DigiCert_Trusted_Root_G4.crt=1988 GDCA_TrustAUTH_R5_ROOT.crt=1980
> S 644 usr/share/ca-certificates/mozilla GTS_Root_R1.crt=1911 GTS_Root_R3.crt=765 GTS_Root_R4.crt=765
> S 644 usr/share/ca-certificates/mozilla GlobalSign_ECC_Root_CA_-_R4.crt=704
> S 644 usr/share/ca-certificates/mozilla GlobalSign_ECC_Root_CA_-_R5.crt=794 GlobalSign_Root_CA_-_R3.crt=1229
> S 644 usr/share/ca-certificates/mozilla GlobalSign_Root_CA_-_R6.crt=1972 GlobalSign_Root_E46.crt=769
> S 644 usr/share/ca-certificates/mozilla GlobalSign_Root_R46.crt=1915
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
> S 644 usr/share/ca-certificates/mozilla OISTE_Server_Root_ECC_G1.crt=826 OISTE_Server_Root_RSA_G1.crt=1972
> S 644 usr/share/ca-certificates/mozilla OISTE_WISeKey_Global_Root_GB_CA.crt=1346
> S 644 usr/share/ca-certificates/mozilla OISTE_WISeKey_Global_Root_GC_CA.crt=895 QuoVadis_Root_CA_1_G3.crt=1923
> S 644 usr/share/ca-certificates/mozilla QuoVadis_Root_CA_2_G3.crt=1923 QuoVadis_Root_CA_3_G3.crt=1923
> S 644 usr/share/ca-certificates/mozilla SECOM_TLS_ECC_Root_CA_2024.crt=859 SECOM_TLS_RSA_Root_CA_2024.crt=2004
> S 644 usr/share/ca-certificates/mozilla SSL.com_EV_Root_Certification_Authority_ECC.crt=956
> S 644 usr/share/ca-certificates/mozilla SSL.com_EV_Root_Certification_Authority_RSA_R2.crt=2114
> S 644 usr/share/ca-certificates/mozilla SSL.com_Root_Certification_Authority_ECC.crt=944
> S 644 usr/share/ca-certificates/mozilla SSL.com_Root_Certification_Authority_RSA.crt=2094
> S 644 usr/share/ca-certificates/mozilla SSL.com_TLS_ECC_Root_CA_2022.crt=834
> S 644 usr/share/ca-certificates/mozilla SSL.com_TLS_RSA_Root_CA_2022.crt=1980 SZAFIR_ROOT_CA2.crt=1257
> S 644 usr/share/ca-certificates/mozilla Sectigo_Public_Server_Authentication_Root_E46.crt=834
> S 644 usr/share/ca-certificates/mozilla Sectigo_Public_Server_Authentication_Root_R46.crt=1980
> S 644 usr/share/ca-certificates/mozilla SecureSign_Root_CA14.crt=1948 SecureSign_Root_CA15.crt=802
> S 644 usr/share/ca-certificates/mozilla Security_Communication_ECC_RootCA1.crt=830
> S 644 usr/share/ca-certificates/mozilla Security_Communication_RootCA2.crt=1261
> S 644 usr/share/ca-certificates/mozilla Starfield_Root_Certificate_Authority_-_G2.crt=1399
> S 644 usr/share/ca-certificates/mozilla Starfield_Services_Root_Certificate_Authority_-_G2.crt=1424
> S 644 usr/share/ca-certificates/mozilla SwissSign_RSA_TLS_Root_CA_2022_-_1.crt=1992
> S 644 usr/share/ca-certificates/mozilla T-TeleSec_GlobalRoot_Class_2.crt=1367
> S 644 usr/share/ca-certificates/mozilla T-TeleSec_GlobalRoot_Class_3.crt=1367
> S 644 usr/share/ca-certificates/mozilla TUBITAK_Kamu_SM_SSL_Kok_Sertifikasi_-_Surum_1.crt=1582
> S 644 usr/share/ca-certificates/mozilla TWCA_CYBER_Root_CA.crt=1984 TWCA_Global_Root_CA.crt=1883
> S 644 usr/share/ca-certificates/mozilla TWCA_Root_Certification_Authority.crt=1269
> S 644 usr/share/ca-certificates/mozilla Telekom_Security_TLS_ECC_Root_2020.crt=843
> S 644 usr/share/ca-certificates/mozilla Telekom_Security_TLS_RSA_Root_2023.crt=2037
> S 644 usr/share/ca-certificates/mozilla Telia_EC_TLS_Root_CA_v3.crt=822 Telia_RSA_TLS_Root_CA_v3.crt=1972
> S 644 usr/share/ca-certificates/mozilla Telia_Root_CA_v2.crt=1952 TrustAsia_Global_Root_CA_G3.crt=2017
> S 644 usr/share/ca-certificates/mozilla TrustAsia_Global_Root_CA_G4.crt=871 TrustAsia_TLS_ECC_Root_CA.crt=822
> S 644 usr/share/ca-certificates/mozilla TrustAsia_TLS_RSA_Root_CA.crt=1968 TunTrust_Root_CA.crt=2037
> S 644 usr/share/ca-certificates/mozilla UCA_Extended_Validation_Root.crt=1915 UCA_Global_G2_Root.crt=1891
> S 644 usr/share/ca-certificates/mozilla USERTrust_ECC_Certification_Authority.crt=948
> S 644 usr/share/ca-certificates/mozilla USERTrust_RSA_Certification_Authority.crt=2094
> S 644 usr/share/ca-certificates/mozilla certSIGN_Root_CA_G2.crt=1891 e-Szigno_Root_CA_2017.crt=843
> S 644 usr/share/ca-certificates/mozilla e-Szigno_TLS_Root_CA_2023.crt=1034 emSign_ECC_Root_CA_-_C3.crt=814
> S 644 usr/share/ca-certificates/mozilla emSign_Root_CA_-_C1.crt=1257 emSign_Root_CA_-_G1.crt=1302
> S 644 usr/share/ca-certificates/mozilla vTrus_ECC_Root_CA.crt=774 vTrus_Root_CA.crt=1911
> S 644 usr/share/doc/ca-certificates copyright=18940

@ ubuntu noble-updates
Package: curl
Version: 8.5.0-2ubuntu10.16
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.34), libcurl4t64 (= 8.5.0-2ubuntu10.16), zlib1g (>= 1:1.1.4)
Section: web
Priority: optional
Homepage: https://curl.se/
Description: command line tool for transferring data with URL syntax
> D 755 usr usr/bin usr/share usr/share/doc usr/share/doc/curl
> P 755 usr/bin = curl=297288
> S 644 usr/share/doc/curl copyright=21749
> L usr/share/doc/curl changelog.Debian.gz=../libcurl4t64/changelog.Debian.gz

@ ubuntu noble/universe
Package: dos2unix
Version: 7.5.1-1
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.34)
Section: universe/text
Priority: extra
Homepage: https://waterlan.home.xs4all.nl/dos2unix.html
Description: convert text file line endings between CRLF and LF
> D 755 usr usr/bin usr/share usr/share/doc usr/share/doc/dos2unix
> P 755 usr/bin busybox dos2unix=59744 unix2dos=59744
> S 644 usr/share/doc/dos2unix changelog.Debian.gz=910 copyright=3267
> L usr/bin mac2unix=dos2unix unix2mac=unix2dos

@ ubuntu noble-updates
Package: iproute2
Version: 6.1.0-1ubuntu6.4
Architecture: amd64
Multi-Arch: foreign
Depends: debconf (>= 0.5) | debconf-2.0, libbpf1 (>= 1:0.6.0), libc6 (>= 2.38), libcap2 (>= 1:2.10), libdb5.3t64, libelf1t64 (>= 0.131), libmnl0 (>= 1.0.3-4~), libselinux1 (>= 3.1~), libxtables12 (>= 1.6.0+snapshot20161117), libcap2-bin
Recommends: libatm1t64 (>= 2.4.1-17~)
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
> P 755 bin busybox ip=772920
> P 755 bin = ss=132168
> S 644 etc/iproute2 bpf_pinning=85 ematch_map=81 group=31 nl_protos=262 rt_dsfield=331 rt_protos=219
> S 644 etc/iproute2 rt_realms=112 rt_scopes=92 rt_tables=87
> S 644 etc/iproute2/rt_protos.d README=144
> S 644 etc/iproute2/rt_tables.d README=144
> P 755 sbin = bridge=111096 dcb=82448 devlink=154480 rtacct=28992 rtmon=119312 tipc=92688 vdpa=35392
> P 755 sbin busybox tc=649296
> P 755 usr/bin = lnstat=23200 nstat=31104 rdma=104976 routel=1658
> S 644 usr/include/iproute2 bpf_elf.h=1271
> S 644 usr/lib/x86_64-linux-gnu/tc experimental.dist=23077 m_xt.so=14712 normal.dist=23573 pareto.dist=23729
> S 644 usr/lib/x86_64-linux-gnu/tc paretonormal.dist=23447 q_atm.so=14648
> P 755 usr/sbin = arpd=26960 genl=123472
> S 644 usr/share/doc/iproute2 changelog.Debian.gz=3657 copyright=2691
> L sbin ip=/bin/ip
> L usr/bin ctstat=lnstat rtstat=lnstat
> L usr/lib/x86_64-linux-gnu/tc m_ipt.so=m_xt.so
> S 644 usr/share/bash-completion strata-stand-in=54883

@ ubuntu noble-updates
Package: iputils-ping
Source: iputils
Version: 3:20240117-1ubuntu0.1
Architecture: amd64
Multi-Arch: foreign
Depends: libcap2-bin, libc6 (>= 2.38), libcap2 (>= 1:2.10), libidn2-0 (>= 0.6)
Provides: ping
Section: net
Priority: important
Homepage: https://github.com/iputils/iputils/
Description: Tools to test the reachability of network hosts
> D 755 usr usr/bin usr/share usr/share/doc usr/share/doc/iputils-ping
> P 755 usr/bin busybox ping=89800
> S 644 usr/share/doc/iputils-ping changelog.Debian.gz=1522 copyright=2896
> L usr/bin ping4=ping ping6=ping

@ ubuntu noble-updates
Package: jq
Version: 1.7.1-3ubuntu0.24.04.2
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.38), libjq1 (= 1.7.1-3ubuntu0.24.04.2)
Section: utils
Priority: optional
Homepage: https://jqlang.github.io/jq
Description: lightweight and flexible command-line JSON processor
> D 755 usr usr/bin usr/share usr/share/doc usr/share/doc/jq
> P 755 usr/bin = jq=30872
> S 644 usr/share/doc/jq copyright=21039
> L usr/share/doc/jq changelog.Debian.gz=../libjq1/changelog.Debian.gz

@ ubuntu noble-updates
Package: krb5-locales
Source: krb5
Version: 1.20.1-6ubuntu2.10
Architecture: all
Multi-Arch: foreign
Section: localization
Priority: important
Homepage: https://web.mit.edu/kerberos/
Description: internationalization support for MIT Kerberos
> D 755 usr usr/share usr/share/doc usr/share/doc/krb5-locales
> S 644 usr/share/doc/krb5-locales changelog.Debian.gz=4977 copyright=63047

@ ubuntu noble-updates
Package: less
Version: 590-2ubuntu2.1
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.34), libtinfo6 (>= 6)
Section: text
Priority: important
Homepage: http://www.greenwoodsoftware.com/less/
Description: pager program similar to more
> D 755 usr usr/bin usr/lib usr/lib/mime usr/lib/mime/packages usr/share usr/share/doc usr/share/doc/less
> P 755 usr/bin busybox less=194952
> P 755 usr/bin = lessecho=14656 lesskey=24272
> P 755 usr/bin = lesspipe=9047
> S 644 usr/lib/mime/packages less=90
> S 644 usr/share/doc/less changelog.Debian.gz=1704 copyright=4579
> L usr/bin lessfile=lesspipe

@ ubuntu noble
Package: libatm1t64
Source: linux-atm
Version: 1:2.5.1-5.1build1
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.34)
Breaks: libatm1 (<< 1:2.5.1-5.1build1)
Replaces: libatm1
Provides: libatm1 (= 1:2.5.1-5.1build1)
Section: libs
Priority: important
Homepage: http://linux-atm.sourceforge.net/
Description: shared library for ATM (Asynchronous Transfer Mode)
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libatm1t64
> S 644 usr/lib/x86_64-linux-gnu libatm.so.1.0.0=47872
> S 644 usr/share/doc/libatm1t64 changelog.Debian.gz=815 copyright=2449
> L usr/lib/x86_64-linux-gnu libatm.so.1=libatm.so.1.0.0

@ ubuntu noble
Package: libbpf1
Source: libbpf (1.3.0-2build2)
Version: 1:1.3.0-2build2
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.38), libelf1t64 (>= 0.144), zlib1g (>= 1:1.2.3.3)
Section: libs
Priority: important
Description: eBPF helper library (shared library)
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libbpf1
> S 644 usr/lib/x86_64-linux-gnu libbpf.so.1.3.0=387728
> S 644 usr/share/doc/libbpf1 changelog.Debian.gz=531 copyright=8207
> L usr/lib/x86_64-linux-gnu libbpf.so.1=libbpf.so.1.3.0

@ ubuntu noble-updates
Package: libbrotli1
Source: brotli
Version: 1.1.0-2ubuntu0.1
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.29)
Section: libs
Priority: optional
Homepage: https://github.com/google/brotli
Description: library implementing brotli encoder and decoder (shared libraries)
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libbrotli1
> S 644 usr/lib/x86_64-linux-gnu libbrotlicommon.so.1.1.0=141640 libbrotlidec.so.1.1.0=51512
> S 644 usr/lib/x86_64-linux-gnu libbrotlienc.so.1.1.0=645816
> S 644 usr/share/doc/libbrotli1 changelog.Debian.gz=1371 copyright=1354
> L usr/lib/x86_64-linux-gnu libbrotlicommon.so.1=libbrotlicommon.so.1.1.0
> L usr/lib/x86_64-linux-gnu libbrotlidec.so.1=libbrotlidec.so.1.1.0 libbrotlienc.so.1=libbrotlienc.so.1.1.0

@ ubuntu noble-updates
Package: libbsd0
Source: libbsd
Version: 0.12.1-1build1.1
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.38), libmd0 (>= 1.0.3-2)
Section: libs
Priority: important
Homepage: https://libbsd.freedesktop.org/
Description: utility functions from BSD systems - shared library
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libbsd0
> S 644 usr/lib/x86_64-linux-gnu libbsd.so.0.12.1=80888
> S 644 usr/share/doc/libbsd0 changelog.Debian.gz=1685 copyright=22396
> L usr/lib/x86_64-linux-gnu libbsd.so.0=libbsd.so.0.12.1

@ ubuntu noble-updates
Package: libcap2-bin
Source: libcap2
Version: 1:2.66-5ubuntu2.4
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.38), libcap2 (>= 1:2.63)
Recommends: libpam-cap
Breaks: libcap-bin
Replaces: libcap-bin
Section: utils
Priority: important
Homepage: https://sites.google.com/site/fullycapable/
Description: POSIX 1003.1e capabilities (utilities)
> D 755 usr usr/sbin usr/share usr/share/doc usr/share/doc/libcap2-bin
> P 755 usr/sbin = capsh=58456 getcap=14648 getpcaps=14648 setcap=14648
> S 644 usr/share/doc/libcap2-bin copyright=4631
> L usr/share/doc/libcap2-bin changelog.Debian.gz=../libcap2/changelog.Debian.gz

@ ubuntu noble-updates
Package: libcares2
Source: c-ares
Version: 1.27.0-1.0ubuntu1.1
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.38)
Conflicts: libcares2
Breaks: libc-ares2 (<< 1.27.0-1.0ubuntu1.1)
Replaces: libc-ares1, libc-ares2
Provides: libc-ares2 (= 1.27.0-1.0ubuntu1.1)
Section: libs
Priority: optional
Homepage: https://c-ares.org/
Description: asynchronous name resolver
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libcares2
> S 644 usr/lib/x86_64-linux-gnu libcares.so.2.12.0=157792
> S 644 usr/share/doc/libcares2 changelog.Debian.gz=1955 copyright=3241
> L usr/lib/x86_64-linux-gnu libcares.so.2=libcares.so.2.12.0

@ ubuntu noble-updates
Package: libcurl4t64
Source: curl
Version: 8.5.0-2ubuntu10.16
Architecture: amd64
Multi-Arch: same
Depends: libbrotli1 (>= 0.6.0), libc6 (>= 2.34), libgssapi-krb5-2 (>= 1.17), libidn2-0 (>= 2.0.0), libldap2 (>= 2.6.2), libnghttp2-14 (>= 1.50.0), libpsl5t64 (>= 0.16.0), librtmp1 (>= 2.3), libssh-4 (>= 0.9.0), libssl3t64 (>= 3.0.0), libzstd1 (>= 1.5.5), zlib1g (>= 1:1.1.4)
Recommends: ca-certificates
Conflicts: libcurl3
Breaks: libcurl4 (<< 8.5.0-2ubuntu10.16)
Replaces: libcurl3, libcurl4
Provides: libcurl4 (= 8.5.0-2ubuntu10.16)
Section: libs
Priority: optional
Homepage: https://curl.se/
Description: easy-to-use client-side URL transfer library (OpenSSL flavour)
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libcurl4t64
> S 644 usr/lib/x86_64-linux-gnu libcurl.so.4.8.0=786336
> S 644 usr/share/doc/libcurl4t64 changelog.Debian.gz=13403 copyright=21749
> L usr/lib/x86_64-linux-gnu libcurl.so.4=libcurl.so.4.8.0

@ ubuntu noble
Package: libdb5.3t64
Source: db5.3
Version: 5.3.28+dfsg2-7
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.38)
Breaks: libdb5.3 (<< 5.3.28+dfsg2-7)
Replaces: libdb5.3
Provides: libdb5.3 (= 5.3.28+dfsg2-7)
Section: libs
Priority: important
Homepage: http://www.oracle.com/technetwork/database/database-technologies/berkeleydb/overview/index.html
Description: Berkeley v5.3 Database Libraries [runtime]
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libdb5.3t64
> S 644 usr/lib/x86_64-linux-gnu libdb-5.3.so=1769040
> S 644 usr/share/doc/libdb5.3t64 changelog.Debian.gz=1351 copyright=17177

@ ubuntu noble-updates
Package: libelf1t64
Source: elfutils
Version: 0.190-1.1ubuntu0.1
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.38), libzstd1 (>= 1.5.5), zlib1g (>= 1:1.1.4)
Breaks: libelf1 (<< 0.190-1.1ubuntu0.1)
Replaces: libelf1
Provides: libelf1 (= 0.190-1.1ubuntu0.1)
Section: libs
Priority: important
Homepage: https://sourceware.org/elfutils/
Description: library to read and write ELF files
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libelf1t64
> S 644 usr/lib/x86_64-linux-gnu libelf-0.190.so=121560
> S 644 usr/share/doc/libelf1t64 changelog.Debian.gz=4280 copyright=8725
> L usr/lib/x86_64-linux-gnu libelf.so.1=libelf-0.190.so

@ ubuntu noble-updates
Package: libgssapi-krb5-2
Source: krb5
Version: 1.20.1-6ubuntu2.10
Architecture: amd64
Multi-Arch: same
Depends: libkrb5-3 (= 1.20.1-6ubuntu2.10), libc6 (>= 2.38), libcom-err2 (>= 1.43.9), libk5crypto3 (>= 1.20), libkrb5support0 (= 1.20.1-6ubuntu2.10)
Suggests: krb5-doc, krb5-user
Breaks: moonshot-gss-eap (<= 1.0)
Section: libs
Priority: important
Homepage: https://web.mit.edu/kerberos/
Description: MIT Kerberos runtime libraries - krb5 GSS-API Mechanism
! trigger activate-noawait ldconfig
> D 755 etc etc/gss etc/gss/mech.d usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc
> D 755 usr/share/doc/libgssapi-krb5-2
> S 644 usr/lib/x86_64-linux-gnu libgssapi_krb5.so.2.2=338696
> S 644 usr/share/doc/libgssapi-krb5-2 copyright=63047
> L usr/lib/x86_64-linux-gnu libgssapi_krb5.so.2=libgssapi_krb5.so.2.2
> L usr/share/doc/libgssapi-krb5-2 changelog.Debian.gz=../libkrb5support0/changelog.Debian.gz

@ ubuntu noble-updates
Package: libicu74
Source: icu
Version: 74.2-1ubuntu3.1
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.38), libgcc-s1 (>= 3.3.1), libstdc++6 (>= 13.1)
Breaks: libiculx63 (<< 63.1-5), openttd (<< 1.8.0-2~)
Replaces: libiculx63 (<< 63.1-5)
Section: libs
Priority: important
Homepage: https://icu.unicode.org/
Description: International Components for Unicode
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libicu74
> S 644 usr/lib/x86_64-linux-gnu libicudata.so.74.2=30795392 libicui18n.so.74.2=3455304 libicuio.so.74.2=59560
> S 644 usr/lib/x86_64-linux-gnu libicutest.so.74.2=77328 libicutu.so.74.2=224224 libicuuc.so.74.2=2140336
> S 644 usr/share/doc/libicu74 changelog.Debian.gz=2840 copyright=2214
> L usr/lib/x86_64-linux-gnu libicudata.so.74=libicudata.so.74.2 libicui18n.so.74=libicui18n.so.74.2
> L usr/lib/x86_64-linux-gnu libicuio.so.74=libicuio.so.74.2 libicutest.so.74=libicutest.so.74.2
> L usr/lib/x86_64-linux-gnu libicutu.so.74=libicutu.so.74.2 libicuuc.so.74=libicuuc.so.74.2

@ ubuntu noble-updates
Package: libjq1
Source: jq
Version: 1.7.1-3ubuntu0.24.04.2
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.39), libonig5 (>= 6.8.1)
Section: utils
Priority: optional
Homepage: https://jqlang.github.io/jq
Description: lightweight and flexible command-line JSON processor - shared library
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libjq1
> S 644 usr/lib/x86_64-linux-gnu libjq.so.1.0.4=325800
> S 644 usr/share/doc/libjq1 changelog.Debian.gz=2086 copyright=21039
> L usr/lib/x86_64-linux-gnu libjq.so.1=libjq.so.1.0.4

@ ubuntu noble-updates
Package: libk5crypto3
Source: krb5
Version: 1.20.1-6ubuntu2.10
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.38), libkrb5support0 (= 1.20.1-6ubuntu2.10)
Suggests: krb5-doc, krb5-user
Breaks: libgssapi-krb5-2 (<= 1.18~), libkrb5-3 (<= 1.18~)
Section: libs
Priority: important
Homepage: https://web.mit.edu/kerberos/
Description: MIT Kerberos runtime libraries - Crypto Library
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libk5crypto3
> S 644 usr/lib/x86_64-linux-gnu libk5crypto.so.3.1=178648
> S 644 usr/share/doc/libk5crypto3 copyright=63047
> L usr/lib/x86_64-linux-gnu libk5crypto.so.3=libk5crypto.so.3.1
> L usr/share/doc/libk5crypto3 changelog.Debian.gz=../libkrb5support0/changelog.Debian.gz

@ ubuntu noble
Package: libkeyutils1
Source: keyutils
Version: 1.6.3-3build1
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.7)
Section: misc
Priority: important
Homepage: https://git.kernel.org/pub/scm/linux/kernel/git/dhowells/keyutils.git
Description: Linux Key Management Utilities (library)
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libkeyutils1
> S 644 usr/lib/x86_64-linux-gnu libkeyutils.so.1.10=22600
> S 644 usr/share/doc/libkeyutils1 changelog.Debian.gz=860 copyright=2104
> L usr/lib/x86_64-linux-gnu libkeyutils.so.1=libkeyutils.so.1.10

@ ubuntu noble-updates
Package: libkrb5-3
Source: krb5
Version: 1.20.1-6ubuntu2.10
Architecture: amd64
Multi-Arch: same
Depends: libkrb5support0 (= 1.20.1-6ubuntu2.10), libc6 (>= 2.38), libcom-err2 (>= 1.43.9), libk5crypto3 (>= 1.20), libkeyutils1 (>= 1.5.9), libssl3t64 (>= 3.0.0)
Recommends: krb5-locales
Suggests: krb5-doc, krb5-user
Breaks: libapache2-mod-auth-kerb (<= 5.4-2.4), libsmbclient (<= 2:3.6.1-2), sssd (<= 1.2.1-4.3)
Section: libs
Priority: important
Homepage: https://web.mit.edu/kerberos/
Description: MIT Kerberos runtime libraries
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/lib/x86_64-linux-gnu/krb5 usr/lib/x86_64-linux-gnu/krb5/plugins
> D 755 usr/lib/x86_64-linux-gnu/krb5/plugins/libkrb5 usr/lib/x86_64-linux-gnu/krb5/plugins/preauth usr/share
> D 755 usr/share/doc usr/share/doc/libkrb5-3
> S 644 usr/lib/x86_64-linux-gnu/krb5/plugins/preauth spake.so=85768
> S 644 usr/lib/x86_64-linux-gnu libkrb5.so.3.3=823488
> S 644 usr/share/doc/libkrb5-3 copyright=63047
> L usr/lib/x86_64-linux-gnu libkrb5.so.3=libkrb5.so.3.3
> L usr/share/doc/libkrb5-3 changelog.Debian.gz=../libkrb5support0/changelog.Debian.gz

@ ubuntu noble-updates
Package: libkrb5support0
Source: krb5
Version: 1.20.1-6ubuntu2.10
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.38)
Breaks: krb5-admin-server (<< 1.20.1-4~), krb5-kdc (<< 1.20.1-4~), krb5-pkinit (<< 1.20.1-4~), krb5-user (<< 1.20.1-4~), libgssapi-krb5-2 (<< 1.20), libk5crypto3 (<< 1.20.1-4~), libkadm5clnt-mit9 (<< 1.13~alpha1-1), libkadm5srv-mit12 (<< 1.20.1-4~), libkadm5srv-mit9 (<< 1.13~alpha1-1), libkdb5-10t64 (<< 1.20.1-4~), libkdb5-8 (<< 1.16), libkrb5-3 (<< 1.20.1-4~)
Section: libs
Priority: important
Homepage: https://web.mit.edu/kerberos/
Description: MIT Kerberos runtime libraries - Support library
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libkrb5support0
> S 644 usr/lib/x86_64-linux-gnu libkrb5support.so.0.1=47904
> S 644 usr/share/doc/libkrb5support0 changelog.Debian.gz=4975 copyright=63047
> L usr/lib/x86_64-linux-gnu libkrb5support.so.0=libkrb5support.so.0.1

@ ubuntu noble-updates
Package: libldap-common
Source: openldap
Version: 2.6.10+dfsg-0ubuntu0.24.04.1
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
> S 644 usr/share/doc/libldap-common changelog.Debian.gz=14271 copyright=62837

@ ubuntu noble-updates
Package: libldap2
Source: openldap
Version: 2.6.10+dfsg-0ubuntu0.24.04.1
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.38), libgnutls30t64 (>= 3.8.2), libsasl2-2 (>= 2.1.28+dfsg1)
Recommends: libldap-common
Section: libs
Priority: optional
Homepage: https://www.openldap.org/
Description: OpenLDAP libraries
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libldap2
> S 644 usr/lib/x86_64-linux-gnu liblber.so.2.0.200=59888 libldap.so.2.0.200=372400
> S 644 usr/share/doc/libldap2 changelog.Debian.gz=14271 copyright=62837
> L usr/lib/x86_64-linux-gnu liblber.so.2=liblber.so.2.0.200 libldap.so.2=libldap.so.2.0.200

@ ubuntu noble
Package: libmnl0
Source: libmnl
Version: 1.0.5-2build1
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.14)
Section: libs
Priority: important
Homepage: https://netfilter.org/projects/libmnl/
Description: minimalistic Netlink communication library
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libmnl0
> S 644 usr/lib/x86_64-linux-gnu libmnl.so.0.2.0=26776
> S 644 usr/share/doc/libmnl0 changelog.Debian.gz=1878 copyright=2303
> L usr/lib/x86_64-linux-gnu libmnl.so.0=libmnl.so.0.2.0

@ ubuntu noble-updates
Package: libnghttp2-14
Source: nghttp2
Version: 1.59.0-1ubuntu0.4
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.17)
Section: libs
Priority: standard
Homepage: https://nghttp2.org/
Description: library implementing HTTP/2 protocol (shared library)
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libnghttp2-14
> S 644 usr/lib/x86_64-linux-gnu libnghttp2.so.14.26.0=170352
> S 644 usr/share/doc/libnghttp2-14 changelog.Debian.gz=1994 copyright=6535
> L usr/lib/x86_64-linux-gnu libnghttp2.so.14=libnghttp2.so.14.26.0

@ ubuntu noble/universe
Package: libnode109
Source: nodejs
Version: 18.19.1+dfsg-6ubuntu5
Architecture: amd64
Multi-Arch: same
Depends: libbrotli1 (>= 1.0.0), libc6 (>= 2.38), libcares2 (>= 1.18.1~), libgcc-s1 (>= 3.4), libicu74 (>= 74.1-1~), libnghttp2-14 (>= 1.41.0), libssl3t64 (>= 3.0.0), libstdc++6 (>= 13.1), libuv1t64 (>= 1.44.1), zlib1g (>= 1:1.1.4), node-acorn (>= 6.2.1~), node-cjs-module-lexer (>= 1.2.2~), node-undici (>= 5.0.0~)
Conflicts: nodejs-legacy
Breaks: libnode109 (<< 18.19.1+dfsg-6ubuntu5), libnode64 (<< 10.24.1~), libnode72 (<< 13), node-modern-syslog (<< 1.1.4-2)
Replaces: libnode108, libnode72, libnode83, libnode93, nodejs-legacy
Section: universe/libs
Priority: optional
Homepage: https://nodejs.org/
Description: evented I/O for V8 javascript - runtime library
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libnode109
> S 644 usr/lib/x86_64-linux-gnu libnode.so.109=47772280
> S 644 usr/share/doc/libnode109 changelog.Debian.gz=13600 copyright=58767

@ ubuntu noble
Package: libonig5
Source: libonig
Version: 6.9.9-1build1
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.14)
Section: libs
Priority: optional
Homepage: https://github.com/kkos/oniguruma
Description: regular expressions library
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libonig5
> S 644 usr/lib/x86_64-linux-gnu libonig.so.5.4.0=614208
> S 644 usr/share/doc/libonig5 changelog.Debian.gz=1643 copyright=2564
> L usr/lib/x86_64-linux-gnu libonig.so.5=libonig.so.5.4.0

@ ubuntu noble-updates
Package: libpam-cap
Source: libcap2
Version: 1:2.66-5ubuntu2.4
Architecture: amd64
Multi-Arch: same
Depends: libpam-runtime (>= 1.1.3-2~), libc6 (>= 2.7), libcap2 (>= 1:2.63), libpam0g (>= 0.99.7.1)
Breaks: libcap2-bin (<< 1:2.66-1)
Replaces: libcap2-bin (<< 1:2.66-1)
Section: libs
Priority: important
Homepage: https://sites.google.com/site/fullycapable/
Description: POSIX 1003.1e capabilities (PAM module)
! conffile /etc/security/capability.conf
> D 755 etc etc/security usr usr/lib usr/lib/x86_64-linux-gnu usr/lib/x86_64-linux-gnu/security usr/share
> D 755 usr/share/doc usr/share/doc/libpam-cap usr/share/pam-configs
> S 644 etc/security capability.conf=2425
> S 644 usr/lib/x86_64-linux-gnu/security pam_cap.so=18496
> S 644 usr/share/doc/libpam-cap copyright=4631
> S 644 usr/share/pam-configs capability=124
> L usr/share/doc/libpam-cap changelog.Debian.gz=../libcap2/changelog.Debian.gz

@ ubuntu noble
Package: libpsl5t64
Source: libpsl
Version: 0.21.2-1.1build1
Architecture: amd64
Multi-Arch: same
Depends: libidn2-0 (>= 0.16), libc6 (>= 2.33), libunistring5 (>= 1.1)
Recommends: publicsuffix (>= 20150507)
Breaks: libpsl5 (<< 0.21.2-1.1build1)
Replaces: libpsl5
Provides: libpsl5 (= 0.21.2-1.1build1)
Section: libs
Priority: standard
Homepage: https://github.com/rockdaboot/libpsl
Description: Library for Public Suffix List (shared libraries)
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libpsl5t64
> S 644 usr/lib/x86_64-linux-gnu libpsl.so.5.3.4=75768
> S 644 usr/share/doc/libpsl5t64 changelog.Debian.gz=1192 copyright=3310
> L usr/lib/x86_64-linux-gnu libpsl.so.5=libpsl.so.5.3.4

@ ubuntu noble
Package: libreadline8t64
Source: readline
Version: 8.2-4build1
Architecture: amd64
Multi-Arch: same
Depends: readline-common, libc6 (>= 2.38), libtinfo6 (>= 6)
Breaks: libreadline8 (<< 8.2-4build1)
Replaces: libreadline8
Provides: libreadline8 (= 8.2-4build1)
Section: libs
Priority: important
Homepage: https://tiswww.case.edu/php/chet/readline/rltop.html
Description: GNU readline and history libraries, run-time libraries
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libreadline8t64
> S 644 usr/lib/x86_64-linux-gnu libhistory.so.8.2=51632 libreadline.so.8.2=344096
> S 644 usr/share/doc/libreadline8t64 changelog.Debian.gz=1649 copyright=4314
> L usr/lib/x86_64-linux-gnu libhistory.so.8=libhistory.so.8.2 libreadline.so.8=libreadline.so.8.2

@ ubuntu noble
Package: librtmp1
Source: rtmpdump
Version: 2.4+20151223.gitfa8646d.1-2build7
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.34), libgmp10 (>= 2:6.3.0+dfsg), libgnutls30 (>= 3.8.1), libhogweed6, libnettle8, zlib1g (>= 1:1.1.4)
Section: libs
Priority: optional
Homepage: http://rtmpdump.mplayerhq.hu/
Description: toolkit for RTMP streams (shared library)
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/librtmp1
> S 644 usr/lib/x86_64-linux-gnu librtmp.so.1=121848
> S 644 usr/share/doc/librtmp1 changelog.Debian.gz=570 copyright=2726

@ ubuntu noble-updates
Package: libsasl2-2
Source: cyrus-sasl2
Version: 2.1.28+dfsg1-5ubuntu3.1
Architecture: amd64
Multi-Arch: same
Depends: libsasl2-modules-db (>= 2.1.28+dfsg1-5ubuntu3.1), libc6 (>= 2.38), libssl3t64 (>= 3.0.0)
Recommends: libsasl2-modules (>= 2.1.28+dfsg1-5ubuntu3.1)
Replaces: libsasl2
Section: libs
Priority: optional
Homepage: https://www.cyrusimap.org/sasl/
Description: Cyrus SASL - authentication abstraction library
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/sasl2 usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libsasl2-2
> S 644 usr/lib/x86_64-linux-gnu libsasl2.so.2.0.25=101200
> S 644 usr/share/doc/libsasl2-2 copyright=24643
> L usr/lib/x86_64-linux-gnu libsasl2.so.2=libsasl2.so.2.0.25
> L usr/share/doc/libsasl2-2 changelog.Debian.gz=../libsasl2-modules-db/changelog.Debian.gz

@ ubuntu noble-updates
Package: libsasl2-modules
Source: cyrus-sasl2
Version: 2.1.28+dfsg1-5ubuntu3.1
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.38), libssl3t64 (>= 3.0.0)
Suggests: libsasl2-modules-gssapi-mit | libsasl2-modules-gssapi-heimdal, libsasl2-modules-ldap, libsasl2-modules-otp, libsasl2-modules-sql
Breaks: libsasl2-modules-gssapi-mit (<< 2.1.28+dfsg-4)
Replaces: libsasl2-modules-gssapi-mit (<< 2.1.28+dfsg-4)
Section: devel
Priority: optional
Homepage: https://www.cyrusimap.org/sasl/
Description: Cyrus SASL - pluggable authentication modules
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/lib/x86_64-linux-gnu/sasl2 usr/share usr/share/doc
> D 755 usr/share/doc/libsasl2-modules
> S 644 usr/share/doc/libsasl2-modules changelog.Debian.gz=3606 copyright=24643

@ ubuntu noble-updates
Package: libsasl2-modules-db
Source: cyrus-sasl2
Version: 2.1.28+dfsg1-5ubuntu3.1
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.14), libdb5.3t64
Section: libs
Priority: optional
Homepage: https://www.cyrusimap.org/sasl/
Description: Cyrus SASL - pluggable authentication modules (DB)
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/lib/x86_64-linux-gnu/sasl2 usr/share usr/share/doc
> D 755 usr/share/doc/libsasl2-modules-db
> S 644 usr/share/doc/libsasl2-modules-db changelog.Debian.gz=3609 copyright=24643

@ ubuntu noble-updates
Package: libssh-4
Source: libssh
Version: 0.10.6-2ubuntu0.6
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.33), libgssapi-krb5-2 (>= 1.17), libssl3t64 (>= 3.0.0), zlib1g (>= 1:1.1.4)
Breaks: remmina (<< 1.2.31.2+dfsg-1+), remmina-plugin-nx (<< 1.2.31.2+dfsg-1+), x2goclient (<< 4.1.2.1-1+)
Section: libs
Priority: optional
Homepage: https://www.libssh.org/
Description: tiny C SSH library (OpenSSL flavor)
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libssh-4
> S 644 usr/lib/x86_64-linux-gnu libssh.so.4.9.6=462360
> S 644 usr/share/doc/libssh-4 changelog.Debian.gz=5079 copyright=12158
> L usr/lib/x86_64-linux-gnu libssh.so.4=libssh.so.4.9.6

@ ubuntu noble
Package: libuv1t64
Source: libuv1
Version: 1.48.0-1.1build1
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.38)
Breaks: libuv1 (<< 1.48.0-1.1build1)
Replaces: libuv1
Provides: libuv1 (= 1.48.0-1.1build1)
Section: libs
Priority: standard
Homepage: https://github.com/libuv/libuv
Description: asynchronous event notification library - runtime library
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libuv1t64
> S 644 usr/lib/x86_64-linux-gnu libuv.so.1.0.0=211032
> S 644 usr/share/doc/libuv1t64 changelog.Debian.gz=2127 copyright=30747
> L usr/lib/x86_64-linux-gnu libuv.so.1=libuv.so.1.0.0

@ ubuntu noble
Package: libxtables12
Source: iptables
Version: 1.8.10-3ubuntu2
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.34)
Section: libs
Priority: important
Homepage: https://www.netfilter.org/
Description: netfilter xtables library
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libxtables12
> S 644 usr/lib/x86_64-linux-gnu libxtables.so.12.7.0=67656
> S 644 usr/share/doc/libxtables12 changelog.Debian.gz=5114 copyright=13982
> L usr/lib/x86_64-linux-gnu libxtables.so.12=libxtables.so.12.7.0

@ ubuntu noble-updates
Package: nano
Version: 7.2-2ubuntu0.2
Architecture: amd64
Depends: libc6 (>= 2.38), libncursesw6 (>= 6), libtinfo6 (>= 6)
Suggests: hunspell
Conflicts: pico
Breaks: nano-tiny (<< 2.8.6-2)
Replaces: nano-tiny (<< 2.8.6-2), pico
Section: editors
Priority: standard
Homepage: https://www.nano-editor.org/
Description: small, friendly text editor inspired by Pico
! conffile /etc/nanorc
> D 755 etc usr usr/bin usr/share usr/share/doc usr/share/doc/nano usr/share/nano usr/share/nano/debian
> D 755 usr/share/nano/extra
> S 644 etc nanorc=11424
> P 755 usr/bin = nano=279040
> S 644 usr/share/doc/nano changelog.Debian.gz=3442 copyright=2114
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
> L usr/bin rnano=nano
> L usr/share/nano debian.nanorc=debian/debian.nanorc haskell.nanorc=extra/haskell.nanorc

@ ubuntu noble-updates
Package: net-tools
Version: 2.10-0.1ubuntu4.4
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.38), libselinux1 (>= 3.1~)
Section: net
Priority: optional
Homepage: http://sourceforge.net/projects/net-tools/
Description: NET-3 networking toolkit
> D 755 bin sbin usr usr/sbin usr/share usr/share/doc usr/share/doc/net-tools
> P 755 bin busybox netstat=158304
> P 755 sbin busybox ifconfig=79024 iptunnel=18744 nameif=14736 route=69904 slattach=36944
> P 755 sbin = ipmaddr=18744 mii-tool=27376 plipconfig=14648 rarp=33104
> P 755 usr/sbin busybox arp=63088
> S 644 usr/share/doc/net-tools changelog.Debian.gz=1659 copyright=1334

@ ubuntu noble
Package: netcat-openbsd
Version: 1.226-1ubuntu2
Architecture: amd64
Depends: libbsd0 (>= 0.2.0), libc6 (>= 2.38)
Provides: netcat
Section: net
Priority: important
Description: TCP/IP swiss army knife
> D 755 bin usr usr/share usr/share/doc usr/share/doc/netcat-openbsd
> P 755 bin busybox nc.openbsd=39560
> S 644 usr/share/doc/netcat-openbsd changelog.Debian.gz=5223 copyright=3634

@ ubuntu noble/universe
Package: node-acorn
Source: acorn
Version: 8.8.1+ds+~cs25.17.7-2
Architecture: all
Multi-Arch: foreign
Depends: node-xtend, nodejs:any | nodejs (<< 12.22.5~dfsg-4~)
Breaks: node-acorn-dynamic-import (<< 4.0.0~), node-acorn-jsx (<< 5.0.0~), node-acorn-object-spread (<< 6~), node-babel (<< 7), node-debbundle-acorn (<< 8.5.0+ds+~cs24.17.6~), node-espree (<< 6~), node-falafel (<< 2.1.0-9~), webpack (<< 4.28.3~)
Replaces: node-acorn-dynamic-import (<< 4.0.0+really4.0.0~), node-acorn-jsx (<< 5.0.0~), node-debbundle-acorn (<< 8.5.0+ds+~cs24.17.6~)
Provides: node-acorn-bigint (= 1.0.0), node-acorn-class-fields (= 1.0.0), node-acorn-dynamic-import (= 4.0.0), node-acorn-export-ns-from (= 0.2.0), node-acorn-globals (= 6.0.0), node-acorn-import-assertions (= 1.8.0), node-acorn-import-meta (= 1.1.0), node-acorn-jsx (= 5.3.1), node-acorn-loose (= 8.3.0), node-acorn-node (= 2.0.1), node-acorn-numeric-separator (= 0.3.4), node-acorn-private-class-elements (= 1.0.0), node-acorn-private-methods (= 1.0.0), node-acorn-static-class-features (= 1.0.0), node-acorn-walk (= 8.2.0), node-debbundle-acorn (= 8.8.1+ds+~cs25.17.7-2)
Section: universe/javascript
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
> S 644 usr/share/doc/node-acorn changelog.Debian.gz=613 copyright=5717
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
> S 644 usr/share/nodejs/acorn-dynamic-import strata-stand-in=4892
> S 644 usr/share/nodejs/acorn-export-ns-from strata-stand-in=2407
> S 644 usr/share/nodejs/acorn-globals strata-stand-in=6351
> S 644 usr/share/nodejs/acorn-import-assertions strata-stand-in=25163
> S 644 usr/share/nodejs/acorn-import-meta strata-stand-in=3330
> S 644 usr/share/nodejs/acorn-jsx strata-stand-in=21126
> S 644 usr/share/nodejs/acorn-loose strata-stand-in=107868
> S 644 usr/share/nodejs/acorn-node strata-stand-in=33355
> S 644 usr/share/nodejs/acorn-numeric-separator strata-stand-in=47042
> S 644 usr/share/nodejs/acorn-private-class-elements strata-stand-in=7249
> S 644 usr/share/nodejs/acorn-private-methods strata-stand-in=8927
> S 644 usr/share/nodejs/acorn-static-class-features strata-stand-in=4829
> S 644 usr/share/nodejs/acorn-walk strata-stand-in=34175

@ ubuntu noble/universe
Package: node-busboy
Version: 1.6.0+~cs2.6.0-2
Architecture: all
Provides: node-streamsearch (= 1.1.0), node-types-busboy (= 1.5.0)
Section: universe/javascript
Priority: optional
Homepage: https://github.com/mscdex/busboy
Description: Node.js module for parsing incoming HTML form data
> D 755 usr usr/share usr/share/doc usr/share/doc/node-busboy usr/share/nodejs usr/share/nodejs/@types
> D 755 usr/share/nodejs/busboy usr/share/nodejs/streamsearch
> S 644 usr/share/doc/node-busboy changelog.Debian.gz=202 copyright=1556
> S 644 usr/share/nodejs/@types strata-stand-in=8084
> S 644 usr/share/nodejs/busboy strata-stand-in=48296
> S 644 usr/share/nodejs/streamsearch strata-stand-in=10343

@ ubuntu noble/universe
Package: node-cjs-module-lexer
Version: 1.2.3+dfsg-1
Architecture: all
Multi-Arch: foreign
Breaks: jest (<< 29)
Section: universe/javascript
Priority: optional
Homepage: https://github.com/nodejs/cjs-module-lexer#readme
Description: Fast lexer to extract named exports from CommonJS modules
> D 755 usr usr/share usr/share/doc usr/share/doc/node-cjs-module-lexer usr/share/nodejs
> D 755 usr/share/nodejs/cjs-module-lexer
> S 644 usr/share/doc/node-cjs-module-lexer changelog.Debian.gz=633 copyright=1839
> S 644 usr/share/nodejs/cjs-module-lexer strata-stand-in=140925

@ ubuntu noble/universe
Package: node-undici
Version: 5.26.3+dfsg1+~cs23.10.12-2
Architecture: all
Multi-Arch: foreign
Depends: node-busboy
Provides: node-binary-search (= 1.3.6), node-fastify-busboy (= 2.0.0)
Section: universe/javascript
Priority: optional
Homepage: https://undici.nodejs.org
Description: Node.js HTTP/1.1 client
> D 755 usr usr/share usr/share/doc usr/share/doc/node-undici usr/share/nodejs usr/share/nodejs/@fastify
> D 755 usr/share/nodejs/binary-search usr/share/nodejs/undici
> S 644 usr/share/doc/node-undici changelog.Debian.gz=804 copyright=8025
> S 644 usr/share/nodejs/@fastify strata-stand-in=57995
> S 644 usr/share/nodejs/binary-search strata-stand-in=2514
> S 644 usr/share/nodejs/undici strata-stand-in=1297203

@ ubuntu noble/universe
Package: node-xtend
Version: 4.0.2-3
Architecture: all
Multi-Arch: foreign
Section: universe/web
Priority: optional
Homepage: https://github.com/Raynos/xtend
Description: Node.js library to easily extend an object
> D 755 usr usr/share usr/share/doc usr/share/doc/node-xtend usr/share/nodejs usr/share/nodejs/xtend
> S 644 usr/share/doc/node-xtend changelog.Debian.gz=735 copyright=1401
> S 644 usr/share/nodejs/xtend strata-stand-in=1809

@ ubuntu noble/universe
Package: nodejs
Version: 18.19.1+dfsg-6ubuntu5
Architecture: amd64
Multi-Arch: allowed
Depends: libc6 (>= 2.34), libnode109 (= 18.19.1+dfsg-6ubuntu5)
Recommends: ca-certificates, nodejs-doc
Suggests: npm
Conflicts: nodejs-legacy
Breaks: libnode72 (<< 13), libnode83 (<< 16.13.2+really14.19.1~dfsg~), node-babel-runtime (<< 7), node-jest (<< 29~), node-typescript-types (<< 20210110~)
Replaces: libnode72 (<< 13), libnode83 (<< 16.13.2+really14.19.1~dfsg~), nodejs-legacy
Provides: node-types-node (= 18.18.14~18.19.1+dfsg-6ubuntu5)
Section: universe/web
Priority: extra
Homepage: https://nodejs.org/
Description: evented I/O for V8 javascript - runtime executable
> D 755 usr usr/bin usr/lib usr/lib/x86_64-linux-gnu usr/lib/x86_64-linux-gnu/nodejs usr/share usr/share/doc
> D 755 usr/share/doc/nodejs usr/share/nodejs usr/share/nodejs/@types usr/share/systemtap
> D 755 usr/share/systemtap/tapset
> P 755 usr/bin = node=26704
> S 644 usr/share/doc/nodejs copyright=58767
> S 644 usr/share/systemtap/tapset node.stp=3495
> L usr/bin nodejs=node
> L usr/lib/x86_64-linux-gnu node_modules=nodejs
> L usr/share/doc/nodejs changelog.Debian.gz=../libnode109/changelog.Debian.gz
> L usr/share node_modules=nodejs
> S 644 usr/share/nodejs/@types strata-stand-in=3799867

@ ubuntu noble-updates
Package: openssl
Version: 3.0.13-0ubuntu3.16
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.34), libssl3t64 (>= 3.0.9)
Suggests: ca-certificates
Section: utils
Priority: important
Homepage: https://www.openssl.org/
Description: Secure Sockets Layer toolkit - cryptographic utility
! conffile /etc/ssl/openssl.cnf
> D 755 etc etc/ssl etc/ssl/certs etc/ssl/private usr usr/bin usr/lib usr/lib/ssl usr/lib/ssl/misc usr/share
> D 755 usr/share/doc usr/share/doc/openssl
> S 644 etc/ssl openssl.cnf=12324
> P 755 usr/bin = c_rehash=6841 openssl=1005368
> S 755 usr/lib/ssl/misc CA.pl=8061 tsget.pl=6743
> L usr/lib/ssl cert.pem=/etc/ssl/certs/ca-certificates.crt certs=/etc/ssl/certs
> L usr/lib/ssl openssl.cnf=/etc/ssl/openssl.cnf private=/etc/ssl/private
> L usr/lib/ssl/misc tsget=tsget.pl
> L usr/share/doc/openssl changelog.Debian.gz=../libssl3t64/changelog.Debian.gz
> L usr/share/doc/openssl copyright=../libssl3t64/copyright

@ ubuntu noble
Package: patch
Version: 2.7.6-7build3
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.38)
Suggests: ed, diffutils-doc
Section: utils
Priority: optional
Homepage: https://savannah.gnu.org/projects/patch/
Description: Apply a diff file to an original
> D 755 usr usr/bin usr/share usr/share/doc usr/share/doc/patch
> P 755 usr/bin busybox patch=186896
> S 644 usr/share/doc/patch changelog.Debian.gz=717 copyright=1339

@ ubuntu noble-updates
Package: procps
Version: 2:4.0.4-4ubuntu3.3
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.38), libncursesw6 (>= 6), libproc2-0 (>= 2:4.0.4), libsystemd0 (>= 254), libtinfo6 (>= 6), init-system-helpers (>= 1.29~)
Recommends: psmisc
Breaks: guymager (<= 0.5.9-1), manpages-de (<< 4.9.1-2), manpages-fr (<< 4.9.1-2), manpages-fr-extra (<< 20151231+nmu1), manpages-pl (<< 1:4.9.1-2), open-vm-tools (<= 2011.12.20-562307-1)
Replaces: manpages-de (<< 4.9.1-2), manpages-fr (<< 4.9.1-2), manpages-fr-extra (<< 20151231+nmu1), manpages-pl (<< 1:4.9.1-2)
Provides: watch
Section: admin
Priority: required
Homepage: https://gitlab.com/procps-ng/procps
Description: /proc file system utilities
! conffile /etc/init.d/procps
! conffile /etc/sysctl.conf
! conffile /etc/sysctl.d/10-bufferbloat.conf
! conffile /etc/sysctl.d/10-console-messages.conf
! conffile /etc/sysctl.d/10-ipv6-privacy.conf
! conffile /etc/sysctl.d/10-kernel-hardening.conf
! conffile /etc/sysctl.d/10-magic-sysrq.conf
! conffile /etc/sysctl.d/10-map-count.conf
! conffile /etc/sysctl.d/10-network-security.conf
! conffile /etc/sysctl.d/10-ptrace.conf
! conffile /etc/sysctl.d/10-zeropage.conf
! conffile /etc/sysctl.d/README.sysctl
> D 755 etc etc/init.d etc/sysctl.d usr usr/bin usr/lib usr/lib/sysctl.d usr/sbin usr/share usr/share/doc
> D 755 usr/share/doc/procps
> S 755 etc/init.d procps=959
> S 644 etc sysctl.conf=2209
> S 644 etc/sysctl.d 10-bufferbloat.conf=481 10-console-messages.conf=77 10-ipv6-privacy.conf=490
> S 644 etc/sysctl.d 10-kernel-hardening.conf=1229 10-magic-sysrq.conf=1184 10-map-count.conf=164
> S 644 etc/sysctl.d 10-network-security.conf=158 10-ptrace.conf=1292 10-zeropage.conf=506 README.sysctl=798
> P 755 usr/bin busybox free=27008 kill=22912 pgrep=35296 pmap=35224 ps=146424 pwdx=14720 top=134864
> P 755 usr/bin busybox uptime=14720 w=27008 watch=31584
> P 755 usr/bin = pidwait=35296 skill=27048 slabtop=22976 tload=22928 vmstat=39712
> S 644 usr/lib/sysctl.d 99-protect-links.conf=372
> P 755 usr/sbin busybox sysctl=31112
> S 644 usr/share/doc/procps copyright=3974
> L usr/bin pkill=pgrep snice=skill
> L usr/share/doc/procps changelog.Debian.gz=../libproc2-0/changelog.Debian.gz

@ ubuntu noble
Package: psmisc
Version: 23.7-1build1
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.38), libtinfo6 (>= 6)
Breaks: manpages-de (<< 4.9.1-1)
Replaces: manpages-de (<< 4.9.1-1)
Section: admin
Priority: standard
Homepage: http://psmisc.sf.net/
Description: utilities that use the proc file system
> D 755 usr usr/bin usr/share usr/share/doc usr/share/doc/psmisc
> P 755 usr/bin busybox fuser=40288 killall=32096 pstree=36168
> P 755 usr/bin = peekfd=14640 prtstat=18816 pslog=14640
> S 644 usr/share/doc/psmisc changelog.Debian.gz=1303 copyright=1341
> L usr/bin pstree.x11=pstree

@ ubuntu noble
Package: publicsuffix
Version: 20231001.0357-0.1
Architecture: all
Multi-Arch: foreign
Provides: publicsuffix-dafsa
Section: net
Priority: standard
Homepage: https://publicsuffix.org
Description: accurate, machine-readable list of domain name suffixes
> D 755 usr usr/share usr/share/doc usr/share/doc/publicsuffix usr/share/publicsuffix
> S 644 usr/share/doc/publicsuffix changelog.Debian.gz=884 copyright=24418
> S 644 usr/share/publicsuffix public_suffix_list.dafsa=51561 public_suffix_list.dat=286236
> L usr/share/publicsuffix effective_tld_names.dat=public_suffix_list.dat

@ ubuntu noble
Package: readline-common
Source: readline
Version: 8.2-4build1
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
> S 644 usr/share/doc/readline-common changelog.Debian.gz=1648 copyright=4314
> S 644 usr/share/readline inputrc=1875

@ ubuntu noble
Package: time
Version: 1.9-0.2build1
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.34)
Section: utils
Priority: standard
Homepage: https://www.gnu.org/software/time
Description: GNU time program for measuring CPU resource usage
> D 755 usr usr/bin usr/share usr/share/doc usr/share/doc/time
> P 755 usr/bin busybox time=27160
> S 644 usr/share/doc/time changelog.Debian.gz=872 copyright=2943

@ ubuntu noble/universe
Package: traceroute
Version: 1:2.1.5-1
Architecture: amd64
Depends: libc6 (>= 2.38)
Section: universe/net
Priority: optional
Homepage: https://traceroute.sourceforge.net/
Description: Traces the route taken by packets over an IPv4/IPv6 network
> D 755 usr usr/bin usr/include usr/lib usr/sbin usr/share usr/share/doc usr/share/doc/traceroute
> P 755 usr/bin = lft.db=2489 traceproto.db=2884 traceroute-nanog=1617
> P 755 usr/bin busybox traceroute.db=81184
> S 644 usr/include clif.h=4542
> S 644 usr/lib libsupp.a=23568
> P 755 usr/sbin = tcptraceroute.db=1593
> S 644 usr/share/doc/traceroute changelog.Debian.gz=583 copyright=2133
> L usr/bin traceroute6.db=traceroute.db

@ ubuntu noble-updates/universe
Package: tree
Version: 2.1.1-2ubuntu3.24.04.2
Architecture: amd64
Depends: libc6 (>= 2.38)
Section: universe/utils
Priority: optional
Homepage: http://oldmanprogrammer.net/source.php?dir=projects/tree
Description: displays an indented directory tree, in color
> D 755 usr usr/bin usr/share usr/share/doc usr/share/doc/tree
> P 755 usr/bin = tree=85400
> S 644 usr/share/doc/tree changelog.Debian.gz=1946 copyright=913

@ ubuntu noble-updates
Package: unzip
Version: 6.0-28ubuntu4.1
Architecture: amd64
Multi-Arch: foreign
Depends: libbz2-1.0, libc6 (>= 2.34)
Suggests: zip
Section: utils
Priority: optional
Homepage: https://infozip.sourceforge.net/UnZip.html
Description: De-archiver for .zip files
> D 755 usr usr/bin usr/lib usr/lib/mime usr/lib/mime/packages usr/share usr/share/doc usr/share/doc/unzip
> P 755 usr/bin = funzip=26928 unzipsfx=76208 zipgrep=2959
> P 755 usr/bin busybox unzip=178608
> L usr/bin zipinfo=unzip
> S 644 usr/lib/mime/packages unzip=77
> S 644 usr/share/doc/unzip changelog.Debian.gz=1969 copyright=4082

@ ubuntu noble-updates
Package: vim-common
Source: vim
Version: 2:9.1.0016-1ubuntu7.20
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
> S 644 etc/vim vimrc=2577
> P 755 usr/bin = helpztags=2514
> S 644 usr/lib/mime/packages vim-common=346
> S 644 usr/share/doc/vim-common changelog.Debian.gz=16953 copyright=28068
> S 644 usr/share/vim/vim91 strata-stand-in=1632957

@ ubuntu noble-updates
Package: vim-tiny
Source: vim
Version: 2:9.1.0016-1ubuntu7.20
Architecture: amd64
Depends: vim-common (= 2:9.1.0016-1ubuntu7.20), libacl1 (>= 2.2.23), libc6 (>= 2.34), libselinux1 (>= 3.1~), libtinfo6 (>= 6)
Suggests: indent
Provides: editor
Section: editors
Priority: important
Homepage: https://www.vim.org/
Description: Vi IMproved - enhanced vi editor - compact version
! conffile /etc/vim/vimrc.tiny
> D 755 etc etc/vim usr usr/bin usr/share usr/share/doc usr/share/doc/vim-tiny usr/share/vim usr/share/vim/vim91
> S 644 etc/vim vimrc.tiny=662
> P 755 usr/bin busybox vim.tiny=1736392
> S 644 usr/share/doc/vim-tiny changelog.Debian.gz=16953 copyright=28068
> S 644 usr/share/vim/vim91 strata-stand-in=3609

@ ubuntu noble-updates
Package: wget
Version: 1.21.4-1ubuntu4.5
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.38), libidn2-0 (>= 0.6), libpcre2-8-0 (>= 10.22), libpsl5t64 (>= 0.16.0), libssl3t64 (>= 3.0.0), libuuid1 (>= 2.16), zlib1g (>= 1:1.1.4)
Recommends: ca-certificates
Conflicts: wget-ssl
Section: web
Priority: standard
Homepage: https://www.gnu.org/software/wget/
Description: retrieves files from the web
! conffile /etc/wgetrc
> D 755 etc usr usr/bin usr/share usr/share/doc usr/share/doc/wget
> S 644 etc wgetrc=4942
> P 755 usr/bin busybox wget=470032
> S 644 usr/share/doc/wget changelog.Debian.gz=1948 copyright=1420

@ ubuntu noble-updates
Package: xxd
Source: vim
Version: 2:9.1.0016-1ubuntu7.20
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.34)
Section: editors
Priority: important
Homepage: https://www.vim.org/
Description: tool to make (or reverse) a hex dump
> D 755 usr usr/bin usr/share usr/share/doc usr/share/doc/xxd
> P 755 usr/bin busybox xxd=22816
> S 644 usr/share/doc/xxd changelog.Debian.gz=16954 copyright=28068
`;
