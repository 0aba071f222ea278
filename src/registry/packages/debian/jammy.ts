/** jammy: facts recorded by scripts/record-deb-packages.mjs; see there. */

export const jammy = `
@ ubuntu jammy
Package: bash-completion
Version: 1:2.11-5ubuntu1
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
> S 644 usr/share/doc/bash-completion changelog.Debian.gz=1098 copyright=1297
> S 644 usr/share/pkgconfig bash-completion.pc=328
> S 644 usr/share/bash-completion strata-stand-in=869516
> S 644 usr/share/perl5 strata-stand-in=131

@ ubuntu jammy
Package: bc
Version: 1.07.1-3build1
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.34), libreadline8 (>= 6.0)
Section: math
Priority: optional
Homepage: https://www.gnu.org/software/bc/
Description: GNU bc arbitrary precision calculator language
> D 755 usr usr/bin usr/share usr/share/doc usr/share/doc/bc
> P 755 usr/bin busybox bc=93000
> S 644 usr/share/doc/bc changelog.Debian.gz=2114 copyright=6248

@ ubuntu jammy-updates/universe
Package: busybox
Version: 1:1.30.1-7ubuntu3.1
Architecture: amd64
Depends: libc6 (>= 2.34)
Conflicts: busybox-static
Replaces: busybox-static
Section: universe/utils
Priority: optional
Homepage: http://www.busybox.net
Description: Tiny utilities for small and embedded systems
> D 755 bin usr usr/share usr/share/doc usr/share/doc/busybox
> P 755 bin busybox busybox=719728
> S 644 usr/share/doc/busybox changelog.Debian.gz=2290 copyright=1110

@ ubuntu jammy-updates
Package: ca-certificates
Version: 20260816ubuntu0.22.04.2
Architecture: all
Multi-Arch: foreign
Depends: openssl (>= 1.1.1), debconf (>= 0.5) | debconf-2.0
Breaks: ca-certificates-java (<< 20121112+nmu1)
Section: misc
Priority: important
Description: Common CA certificates
> D 755 etc etc/ca-certificates etc/ca-certificates/update.d etc/ssl etc/ssl/certs usr usr/sbin usr/share
> D 755 usr/share/ca-certificates usr/share/ca-certificates/mozilla usr/share/doc usr/share/doc/ca-certificates
> P 755 usr/sbin = update-ca-certificates=5418
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

@ ubuntu jammy-updates
Package: curl
Version: 7.81.0-1ubuntu1.30
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.34), libcurl4 (= 7.81.0-1ubuntu1.30), zlib1g (>= 1:1.1.4)
Section: web
Priority: optional
Homepage: https://curl.haxx.se
Description: command line tool for transferring data with URL syntax
> D 755 usr usr/bin usr/share usr/share/doc usr/share/doc/curl
> P 755 usr/bin = curl=260328
> S 644 usr/share/doc/curl copyright=11400
> L usr/share/doc/curl changelog.Debian.gz=../libcurl4/changelog.Debian.gz

@ ubuntu jammy/universe
Package: dos2unix
Version: 7.4.2-2
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.34)
Section: universe/text
Priority: extra
Homepage: https://waterlan.home.xs4all.nl/dos2unix.html
Description: convert text file line endings between CRLF and LF
> D 755 usr usr/bin usr/share usr/share/doc usr/share/doc/dos2unix
> P 755 usr/bin busybox dos2unix=55648 unix2dos=55648
> S 644 usr/share/doc/dos2unix changelog.Debian.gz=1264 copyright=3267
> L usr/bin mac2unix=dos2unix unix2mac=unix2dos

@ ubuntu jammy-updates
Package: iproute2
Version: 5.15.0-1ubuntu2.2
Architecture: amd64
Multi-Arch: foreign
Depends: debconf (>= 0.5) | debconf-2.0, libbpf0 (>= 1:0.2), libbsd0 (>= 0.0), libc6 (>= 2.34), libcap2 (>= 1:2.10), libdb5.3, libelf1 (>= 0.131), libmnl0 (>= 1.0.3-4~), libselinux1 (>= 3.1~), libxtables12 (>= 1.6.0+snapshot20161117), libcap2-bin
Recommends: libatm1 (>= 2.4.1-17~)
Suggests: iproute2-doc
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
> D 755 usr/include/iproute2 usr/lib usr/lib/tc usr/sbin usr/share usr/share/bash-completion usr/share/doc
> D 755 usr/share/doc/iproute2
> P 755 bin busybox ip=718896
> P 755 bin = ss=128072
> S 644 etc/iproute2 bpf_pinning=85 ematch_map=81 group=31 nl_protos=262 rt_dsfield=331 rt_protos=219
> S 644 etc/iproute2 rt_realms=112 rt_scopes=92 rt_tables=87
> S 644 etc/iproute2/rt_protos.d README=144
> S 644 etc/iproute2/rt_tables.d README=144
> P 755 sbin = bridge=94712 dcb=82448 devlink=146288 rtacct=28992 rtmon=92560 tipc=92608 vdpa=31296
> P 755 sbin busybox tc=632912
> P 755 usr/bin = lnstat=23200 nstat=31104 rdma=100880 routef=208 routel=1656
> S 644 usr/include/iproute2 bpf_elf.h=1271
> S 644 usr/lib/tc experimental.dist=23077 m_xt.so=14712 normal.dist=23573 pareto.dist=23729
> S 644 usr/lib/tc paretonormal.dist=23447 q_atm.so=14648
> P 755 usr/sbin = arpd=26960 genl=92608
> S 644 usr/share/doc/iproute2 changelog.Debian.gz=1219 copyright=2645
> L sbin ip=/bin/ip
> L usr/bin ctstat=lnstat rtstat=lnstat
> L usr/lib/tc m_ipt.so=m_xt.so
> S 644 usr/share/bash-completion strata-stand-in=52569

@ ubuntu jammy-updates
Package: iputils-ping
Source: iputils
Version: 3:20211215-1ubuntu0.1
Architecture: amd64
Multi-Arch: foreign
Depends: libcap2-bin, libc6 (>= 2.34), libcap2 (>= 1:2.10), libidn2-0 (>= 0.6)
Provides: ping
Section: net
Priority: important
Homepage: https://github.com/iputils/iputils/
Description: Tools to test the reachability of network hosts
> D 755 bin usr usr/share usr/share/doc usr/share/doc/iputils-ping
> P 755 bin busybox ping=76680
> S 644 usr/share/doc/iputils-ping changelog.Debian.gz=1314 copyright=4659
> L bin ping4=ping ping6=ping

@ ubuntu jammy-updates
Package: jq
Version: 1.6-2.1ubuntu3.2
Architecture: amd64
Multi-Arch: foreign
Depends: libjq1 (= 1.6-2.1ubuntu3.2), libc6 (>= 2.34)
Section: utils
Priority: optional
Homepage: https://github.com/stedolan/jq
Description: lightweight and flexible command-line JSON processor
> D 755 usr usr/bin usr/share usr/share/doc usr/share/doc/jq
> P 755 usr/bin = jq=30872
> S 644 usr/share/doc/jq copyright=20973
> L usr/share/doc/jq changelog.Debian.gz=../libjq1/changelog.Debian.gz

@ ubuntu jammy-updates
Package: less
Version: 590-1ubuntu0.22.04.3
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.34), libtinfo6 (>= 6)
Section: text
Priority: important
Homepage: http://www.greenwoodsoftware.com/less/
Description: pager program similar to more
> D 755 usr usr/bin usr/lib usr/lib/mime usr/lib/mime/packages usr/share usr/share/doc usr/share/doc/less
> P 755 usr/bin busybox less=199048
> P 755 usr/bin = lessecho=14656 lesskey=24272 lesspipe=9047
> S 644 usr/lib/mime/packages less=90
> S 644 usr/share/doc/less changelog.Debian.gz=1969 copyright=2048
> L usr/bin lessfile=lesspipe

@ ubuntu jammy
Package: libatm1
Source: linux-atm
Version: 1:2.5.1-4build2
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.34)
Section: libs
Priority: important
Homepage: http://linux-atm.sourceforge.net/
Description: shared library for ATM (Asynchronous Transfer Mode)
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libatm1
> S 644 usr/lib/x86_64-linux-gnu libatm.so.1.0.0=43808
> S 644 usr/share/doc/libatm1 changelog.Debian.gz=1590 copyright=2449
> L usr/lib/x86_64-linux-gnu libatm.so.1=libatm.so.1.0.0

@ ubuntu jammy-updates
Package: libbpf0
Source: libbpf (0.5.0-1ubuntu22.04.1)
Version: 1:0.5.0-1ubuntu22.04.1
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.22), libelf1 (>= 0.142), zlib1g (>= 1:1.2.3.3)
Section: libs
Priority: important
Description: eBPF helper library (shared library)
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libbpf0
> S 644 usr/lib/x86_64-linux-gnu libbpf.so.0.5.0=318056
> S 644 usr/share/doc/libbpf0 changelog.Debian.gz=936 copyright=6416
> L usr/lib/x86_64-linux-gnu libbpf.so.0=libbpf.so.0.5.0

@ ubuntu jammy-updates
Package: libbrotli1
Source: brotli
Version: 1.0.9-2ubuntu0.1
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.29)
Section: libs
Priority: optional
Homepage: https://github.com/google/brotli
Description: library implementing brotli encoder and decoder (shared libraries)
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libbrotli1
> S 644 usr/lib/x86_64-linux-gnu libbrotlicommon.so.1.0.9=137560 libbrotlidec.so.1.0.9=51512
> S 644 usr/lib/x86_64-linux-gnu libbrotlienc.so.1.0.9=587944
> S 644 usr/share/doc/libbrotli1 changelog.Debian.gz=1022 copyright=1354
> L usr/lib/x86_64-linux-gnu libbrotlicommon.so.1=libbrotlicommon.so.1.0.9
> L usr/lib/x86_64-linux-gnu libbrotlidec.so.1=libbrotlidec.so.1.0.9 libbrotlienc.so.1=libbrotlienc.so.1.0.9

@ ubuntu jammy
Package: libbsd0
Source: libbsd
Version: 0.11.5-1
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.33), libmd0 (>= 1.0.3-2)
Section: libs
Priority: important
Homepage: https://libbsd.freedesktop.org/
Description: utility functions from BSD systems - shared library
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libbsd0
> S 644 usr/lib/x86_64-linux-gnu libbsd.so.0.11.5=89096
> S 644 usr/share/doc/libbsd0 changelog.Debian.gz=2282 copyright=25649
> L usr/lib/x86_64-linux-gnu libbsd.so.0=libbsd.so.0.11.5

@ ubuntu jammy-updates
Package: libc-ares2
Source: c-ares
Version: 1.18.1-1ubuntu0.22.04.4
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.17)
Conflicts: libcares2
Replaces: libc-ares1
Section: libs
Priority: extra
Homepage: https://c-ares.org/
Description: asynchronous name resolver
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libc-ares2
> S 644 usr/lib/x86_64-linux-gnu libcares.so.2.5.1=88080
> S 644 usr/share/doc/libc-ares2 changelog.Debian.gz=1286 copyright=3241
> L usr/lib/x86_64-linux-gnu libcares.so.2=libcares.so.2.5.1

@ ubuntu jammy-updates
Package: libcap2-bin
Source: libcap2
Version: 1:2.44-1ubuntu0.22.04.3
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.34), libcap2 (>= 1:2.33)
Recommends: libpam-cap
Breaks: libcap-bin
Replaces: libcap-bin
Section: utils
Priority: important
Homepage: https://sites.google.com/site/fullycapable/
Description: POSIX 1003.1e capabilities (utilities)
> D 755 sbin usr usr/share usr/share/doc usr/share/doc/libcap2-bin
> P 755 sbin = capsh=31032 getcap=14648 getpcaps=14648 setcap=14648
> S 644 usr/share/doc/libcap2-bin copyright=4631
> L usr/share/doc/libcap2-bin changelog.Debian.gz=../libcap2/changelog.Debian.gz

@ ubuntu jammy-updates
Package: libcurl4
Source: curl
Version: 7.81.0-1ubuntu1.30
Architecture: amd64
Multi-Arch: same
Depends: libbrotli1 (>= 0.6.0), libc6 (>= 2.34), libgssapi-krb5-2 (>= 1.17), libidn2-0 (>= 0.6), libldap-2.5-0 (>= 2.5.4), libnghttp2-14 (>= 1.12.0), libpsl5 (>= 0.16.0), librtmp1 (>= 2.4+20131018.git79459a2-3~), libssh-4 (>= 0.9.0), libssl3 (>= 3.0.0~~alpha1), libzstd1 (>= 1.4.0), zlib1g (>= 1:1.1.4)
Recommends: ca-certificates
Conflicts: libcurl3
Replaces: libcurl3
Section: libs
Priority: optional
Homepage: https://curl.haxx.se
Description: easy-to-use client-side URL transfer library (OpenSSL flavour)
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libcurl4
> S 644 usr/lib/x86_64-linux-gnu libcurl.so.4.7.0=677656
> S 644 usr/share/doc/libcurl4 changelog.Debian.gz=3223 copyright=11400
> L usr/lib/x86_64-linux-gnu libcurl.so.4=libcurl.so.4.7.0

@ ubuntu jammy-updates
Package: libelf1
Source: elfutils
Version: 0.186-1ubuntu0.1
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.33), zlib1g (>= 1:1.1.4)
Section: libs
Priority: important
Homepage: https://sourceware.org/elfutils/
Description: library to read and write ELF files
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libelf1
> S 644 usr/lib/x86_64-linux-gnu libelf-0.186.so=117400
> S 644 usr/share/doc/libelf1 changelog.Debian.gz=1302 copyright=2602
> L usr/lib/x86_64-linux-gnu libelf.so.1=libelf-0.186.so

@ ubuntu jammy
Package: libicu70
Source: icu
Version: 70.1-2
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.34), libgcc-s1 (>= 3.3.1), libstdc++6 (>= 5.2)
Breaks: libiculx63 (<< 63.1-5), openttd (<< 1.8.0-2~)
Replaces: libiculx63 (<< 63.1-5)
Section: libs
Priority: important
Homepage: https://icu.unicode.org/
Description: International Components for Unicode
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libicu70
> S 644 usr/lib/x86_64-linux-gnu libicudata.so.70.1=29476472 libicui18n.so.70.1=3328472 libicuio.so.70.1=63880
> S 644 usr/lib/x86_64-linux-gnu libicutest.so.70.1=81568 libicutu.so.70.1=220352 libicuuc.so.70.1=2062664
> S 644 usr/share/doc/libicu70 changelog.Debian.gz=718 copyright=2221
> L usr/lib/x86_64-linux-gnu libicudata.so.70=libicudata.so.70.1 libicui18n.so.70=libicui18n.so.70.1
> L usr/lib/x86_64-linux-gnu libicuio.so.70=libicuio.so.70.1 libicutest.so.70=libicutest.so.70.1
> L usr/lib/x86_64-linux-gnu libicutu.so.70=libicutu.so.70.1 libicuuc.so.70=libicuuc.so.70.1

@ ubuntu jammy-updates
Package: libjq1
Source: jq
Version: 1.6-2.1ubuntu3.2
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.35), libonig5 (>= 6.8.1)
Section: utils
Priority: optional
Homepage: https://github.com/stedolan/jq
Description: lightweight and flexible command-line JSON processor - shared library
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libjq1
> S 644 usr/lib/x86_64-linux-gnu libjq.so.1.0.4=313576
> S 644 usr/share/doc/libjq1 changelog.Debian.gz=1872 copyright=20973
> L usr/lib/x86_64-linux-gnu libjq.so.1=libjq.so.1.0.4

@ ubuntu jammy-updates
Package: libldap-2.5-0
Source: openldap
Version: 2.5.20+dfsg-0ubuntu0.22.04.1
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.34), libgnutls30 (>= 3.7.2), libsasl2-2 (>= 2.1.27+dfsg2)
Recommends: libldap-common
Conflicts: ldap-utils (<= 2.1.23-1)
Replaces: libldap-2.3-0, libldap2
Section: libs
Priority: optional
Homepage: https://www.openldap.org/
Description: OpenLDAP libraries
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libldap-2.5-0
> S 644 usr/lib/x86_64-linux-gnu liblber-2.5.so.0.1.15=63992 libldap-2.5.so.0.1.15=380608
> S 644 usr/share/doc/libldap-2.5-0 changelog.Debian.gz=2235 copyright=20216
> L usr/lib/x86_64-linux-gnu liblber-2.5.so.0=liblber-2.5.so.0.1.15 libldap-2.5.so.0=libldap-2.5.so.0.1.15

@ ubuntu jammy-updates
Package: libldap-common
Source: openldap
Version: 2.5.20+dfsg-0ubuntu0.22.04.1
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
> S 644 usr/share/doc/libldap-common changelog.Debian.gz=2236 copyright=20216

@ ubuntu jammy
Package: libmd0
Source: libmd
Version: 1.0.4-1build1
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.33)
Section: libs
Priority: important
Homepage: https://www.hadrons.org/software/libmd/
Description: message digest functions from BSD systems - shared library
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libmd0
> S 644 usr/lib/x86_64-linux-gnu libmd.so.0.0.5=47472
> S 644 usr/share/doc/libmd0 changelog.Debian.gz=1124 copyright=8018
> L usr/lib/x86_64-linux-gnu libmd.so.0=libmd.so.0.0.5

@ ubuntu jammy
Package: libmnl0
Source: libmnl
Version: 1.0.4-3build2
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
> S 644 usr/share/doc/libmnl0 changelog.Debian.gz=2713 copyright=2193
> L usr/lib/x86_64-linux-gnu libmnl.so.0=libmnl.so.0.2.0

@ ubuntu jammy-updates
Package: libnghttp2-14
Source: nghttp2
Version: 1.43.0-1ubuntu0.4
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.17)
Section: libs
Priority: standard
Homepage: https://nghttp2.org/
Description: library implementing HTTP/2 protocol (shared library)
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libnghttp2-14
> S 644 usr/lib/x86_64-linux-gnu libnghttp2.so.14.20.1=166288
> S 644 usr/share/doc/libnghttp2-14 changelog.Debian.gz=1275 copyright=11911
> L usr/lib/x86_64-linux-gnu libnghttp2.so.14=libnghttp2.so.14.20.1

@ ubuntu jammy-updates/universe
Package: libnode72
Source: nodejs
Version: 12.22.9~dfsg-1ubuntu3.6
Architecture: amd64
Multi-Arch: same
Depends: libbrotli1 (>= 1.0.0), libc-ares2 (>= 1.11.0~rc1), libc6 (>= 2.34), libgcc-s1 (>= 3.4), libicu70 (>= 70.1-1~), libnghttp2-14 (>= 1.41.0), libstdc++6 (>= 11), libuv1 (>= 1.39.0), zlib1g (>= 1:1.1.4)
Breaks: libnode64
Section: universe/libs
Priority: optional
Homepage: https://nodejs.org/
Description: evented I/O for V8 javascript - runtime library
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libnode72 usr/share/systemtap
> D 755 usr/share/systemtap/tapset
> S 644 usr/lib/x86_64-linux-gnu libnode.so.72=41103176
> S 644 usr/share/doc/libnode72 changelog.Debian.gz=1939 copyright=62185
> S 644 usr/share/systemtap/tapset node.stp=3495

@ ubuntu jammy
Package: libonig5
Source: libonig
Version: 6.9.7.1-2build1
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.14)
Section: libs
Priority: optional
Homepage: https://github.com/kkos/oniguruma
Description: regular expressions library
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libonig5
> S 644 usr/lib/x86_64-linux-gnu libonig.so.5.2.0=597344
> S 644 usr/share/doc/libonig5 changelog.Debian.gz=1480 copyright=2491
> L usr/lib/x86_64-linux-gnu libonig.so.5=libonig.so.5.2.0

@ ubuntu jammy-updates
Package: libpam-cap
Source: libcap2
Version: 1:2.44-1ubuntu0.22.04.3
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.4), libcap2 (>= 1:2.33), libpam0g (>= 0.99.7.1), libpam-runtime (>= 1.1.3-2~)
Breaks: libcap2-bin (<< 1:2.22-1.1)
Replaces: libcap2-bin (<< 1:2.22-1.1)
Section: libs
Priority: important
Homepage: https://sites.google.com/site/fullycapable/
Description: POSIX 1003.1e capabilities (PAM module)
! conffile /etc/security/capability.conf
> D 755 etc etc/security lib lib/x86_64-linux-gnu lib/x86_64-linux-gnu/security usr usr/share usr/share/doc
> D 755 usr/share/doc/libpam-cap usr/share/pam-configs
> S 644 etc/security capability.conf=1793
> S 644 lib/x86_64-linux-gnu/security pam_cap.so=14328
> S 644 usr/share/doc/libpam-cap copyright=4631
> S 644 usr/share/pam-configs capability=124
> L usr/share/doc/libpam-cap changelog.Debian.gz=../libcap2/changelog.Debian.gz

@ ubuntu jammy
Package: libpsl5
Source: libpsl
Version: 0.21.0-1.2build2
Architecture: amd64
Multi-Arch: same
Depends: libidn2-0 (>= 0.16), libc6 (>= 2.33), libunistring2 (>= 0.9.7)
Recommends: publicsuffix (>= 20150507)
Section: libs
Priority: standard
Homepage: https://github.com/rockdaboot/libpsl
Description: Library for Public Suffix List (shared libraries)
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libpsl5
> S 644 usr/lib/x86_64-linux-gnu libpsl.so.5.3.2=75768
> S 644 usr/share/doc/libpsl5 changelog.Debian.gz=1298 copyright=2943
> L usr/lib/x86_64-linux-gnu libpsl.so.5=libpsl.so.5.3.2

@ ubuntu jammy
Package: libreadline8
Source: readline
Version: 8.1.2-1
Architecture: amd64
Multi-Arch: same
Depends: readline-common, libc6 (>= 2.33), libtinfo6 (>= 6)
Section: libs
Priority: important
Description: GNU readline and history libraries, run-time libraries
! trigger activate-noawait ldconfig
> D 755 etc lib lib/x86_64-linux-gnu usr usr/share usr/share/doc usr/share/doc/libreadline8
> S 644 lib/x86_64-linux-gnu libhistory.so.8.1=51648 libreadline.so.8.1=335936
> S 644 usr/share/doc/libreadline8 changelog.Debian.gz=503 copyright=2747
> L lib/x86_64-linux-gnu libhistory.so.8=libhistory.so.8.1 libreadline.so.8=libreadline.so.8.1

@ ubuntu jammy
Package: librtmp1
Source: rtmpdump
Version: 2.4+20151223.gitfa8646d.1-2build4
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.14), libgmp10 (>= 2:6.2.1+dfsg), libgnutls30 (>= 3.7.2), libhogweed6, libnettle8, zlib1g (>= 1:1.1.4)
Section: libs
Priority: optional
Homepage: http://rtmpdump.mplayerhq.hu/
Description: toolkit for RTMP streams (shared library)
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/librtmp1
> S 644 usr/lib/x86_64-linux-gnu librtmp.so.1=121864
> S 644 usr/share/doc/librtmp1 changelog.Debian.gz=1415 copyright=2726

@ ubuntu jammy-updates
Package: libsasl2-2
Source: cyrus-sasl2
Version: 2.1.27+dfsg2-3ubuntu1.2
Architecture: amd64
Multi-Arch: same
Depends: libsasl2-modules-db (>= 2.1.27+dfsg2-3ubuntu1.2), libc6 (>= 2.34)
Recommends: libsasl2-modules (>= 2.1.27+dfsg2-3ubuntu1.2)
Breaks: postfix (<= 2.8.3-1), slapd (<= 2.4.25-3)
Replaces: libsasl2
Section: libs
Priority: optional
Homepage: https://www.cyrusimap.org/sasl/
Description: Cyrus SASL - authentication abstraction library
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/sasl2 usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libsasl2-2
> S 644 usr/lib/x86_64-linux-gnu libsasl2.so.2.0.25=105392
> S 644 usr/share/doc/libsasl2-2 copyright=29707
> L usr/lib/x86_64-linux-gnu libsasl2.so.2=libsasl2.so.2.0.25
> L usr/share/doc/libsasl2-2 changelog.Debian.gz=../libsasl2-modules-db/changelog.Debian.gz

@ ubuntu jammy-updates
Package: libsasl2-modules
Source: cyrus-sasl2
Version: 2.1.27+dfsg2-3ubuntu1.2
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.14), libssl3 (>= 3.0.0~~alpha1)
Suggests: libsasl2-modules-gssapi-mit | libsasl2-modules-gssapi-heimdal, libsasl2-modules-ldap, libsasl2-modules-otp, libsasl2-modules-sql
Breaks: libsasl2-modules-gssapi-mit (<< 2.1.27+dfsg2-3ubuntu1.2), logcheck-database (<= 1.3.16~)
Replaces: libsasl2-modules-gssapi-mit (<< 2.1.27+dfsg2-3ubuntu1.2)
Section: devel
Priority: optional
Homepage: https://www.cyrusimap.org/sasl/
Description: Cyrus SASL - pluggable authentication modules
! conffile /etc/logcheck/ignore.d.server/libsasl2-modules
> D 755 etc etc/logcheck etc/logcheck/ignore.d.server usr usr/lib usr/lib/x86_64-linux-gnu
> D 755 usr/lib/x86_64-linux-gnu/sasl2 usr/share usr/share/doc usr/share/doc/libsasl2-modules
> S 644 etc/logcheck/ignore.d.server libsasl2-modules=93
> S 644 usr/share/doc/libsasl2-modules changelog.Debian.gz=2026 copyright=29707

@ ubuntu jammy-updates
Package: libsasl2-modules-db
Source: cyrus-sasl2
Version: 2.1.27+dfsg2-3ubuntu1.2
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.14), libdb5.3
Section: libs
Priority: optional
Homepage: https://www.cyrusimap.org/sasl/
Description: Cyrus SASL - pluggable authentication modules (DB)
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/lib/x86_64-linux-gnu/sasl2 usr/share usr/share/doc
> D 755 usr/share/doc/libsasl2-modules-db
> S 644 usr/share/doc/libsasl2-modules-db changelog.Debian.gz=2027 copyright=29707

@ ubuntu jammy-updates
Package: libssh-4
Source: libssh
Version: 0.9.6-2ubuntu0.22.04.9
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.33), libgssapi-krb5-2 (>= 1.17), libssl3 (>= 3.0.0~~alpha1), zlib1g (>= 1:1.1.4)
Breaks: remmina (<< 1.2.31.2+dfsg-1+), remmina-plugin-nx (<< 1.2.31.2+dfsg-1+), x2goclient (<< 4.1.2.1-1+)
Section: libs
Priority: optional
Homepage: https://www.libssh.org/
Description: tiny C SSH library (OpenSSL flavor)
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libssh-4
> S 644 usr/lib/x86_64-linux-gnu libssh.so.4.8.7=446040
> S 644 usr/share/doc/libssh-4 changelog.Debian.gz=2780 copyright=12383
> L usr/lib/x86_64-linux-gnu libssh.so.4=libssh.so.4.8.7

@ ubuntu jammy-updates
Package: libssl3
Source: openssl
Version: 3.0.2-0ubuntu1.30
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.34), debconf (>= 0.5) | debconf-2.0
Section: libs
Priority: required
Homepage: https://www.openssl.org/
Description: Secure Sockets Layer toolkit - shared libraries
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/lib/x86_64-linux-gnu/engines-3
> D 755 usr/lib/x86_64-linux-gnu/ossl-modules usr/share usr/share/doc usr/share/doc/libssl3
> S 644 usr/lib/x86_64-linux-gnu libcrypto.so.3=4455728 libssl.so.3=671960
> S 644 usr/share/doc/libssl3 changelog.Debian.gz=4244 copyright=2543

@ ubuntu jammy-updates
Package: libuv1
Version: 1.43.0-1ubuntu0.1
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.34)
Section: libs
Priority: standard
Homepage: https://github.com/libuv/libuv
Description: asynchronous event notification library - runtime library
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libuv1
> S 644 usr/lib/x86_64-linux-gnu libuv.so.1.0.0=198744
> S 644 usr/share/doc/libuv1 changelog.Debian.gz=1161 copyright=33619
> L usr/lib/x86_64-linux-gnu libuv.so.1=libuv.so.1.0.0

@ ubuntu jammy-updates
Package: libxtables12
Source: iptables
Version: 1.8.7-1ubuntu5.2
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.34)
Breaks: iptables (<< 1.4.16.3-3), libxtables11 (>= 1.6.0+snapshot20161117-1)
Replaces: iptables (<< 1.4.16.3-3), libxtables11 (>= 1.6.0+snapshot20161117-1)
Section: libs
Priority: important
Homepage: https://www.netfilter.org/
Description: netfilter xtables library
! trigger activate-noawait ldconfig
> D 755 usr usr/lib usr/lib/x86_64-linux-gnu usr/share usr/share/doc usr/share/doc/libxtables12
> S 644 usr/lib/x86_64-linux-gnu libxtables.so.12.4.0=63560
> S 644 usr/share/doc/libxtables12 changelog.Debian.gz=1589 copyright=14495
> L usr/lib/x86_64-linux-gnu libxtables.so.12=libxtables.so.12.4.0

@ ubuntu jammy-updates
Package: nano
Version: 6.2-1ubuntu0.3
Architecture: amd64
Depends: libc6 (>= 2.34), libncursesw6 (>= 6), libtinfo6 (>= 6)
Suggests: hunspell
Conflicts: pico
Breaks: nano-tiny (<< 2.8.6-2)
Replaces: nano-tiny (<< 2.8.6-2), pico
Section: editors
Priority: standard
Homepage: https://www.nano-editor.org/
Description: small, friendly text editor inspired by Pico
! conffile /etc/nanorc
> D 755 bin etc usr usr/share usr/share/doc usr/share/doc/nano usr/share/nano usr/share/nano/debian
> D 755 usr/share/nano/extra
> P 755 bin = nano=283160
> S 644 etc nanorc=11204
> S 644 usr/share/doc/nano changelog.Debian.gz=1443 copyright=2101
> S 644 usr/share/nano asm.nanorc=714 autoconf.nanorc=635 awk.nanorc=1339 c.nanorc=1926 changelog.nanorc=790
> S 644 usr/share/nano cmake.nanorc=824 css.nanorc=485 default.nanorc=773 elisp.nanorc=1108 email.nanorc=340
> S 644 usr/share/nano go.nanorc=1446 groff.nanorc=742 guile.nanorc=562 html.nanorc=1252 java.nanorc=654
> S 644 usr/share/nano javascript.nanorc=822 json.nanorc=805 lua.nanorc=2461 makefile.nanorc=536 man.nanorc=717
> S 644 usr/share/nano markdown.nanorc=947 nanohelp.nanorc=594 nanorc.nanorc=3338 nftables.nanorc=927
> S 644 usr/share/nano objc.nanorc=1487 ocaml.nanorc=831 patch.nanorc=600 perl.nanorc=1661 php.nanorc=1081
> S 644 usr/share/nano po.nanorc=1181 python.nanorc=1365 ruby.nanorc=1343 rust.nanorc=1036 sh.nanorc=1527
> S 644 usr/share/nano sql.nanorc=2406 tcl.nanorc=2020 tex.nanorc=199 texinfo.nanorc=834 xml.nanorc=529
> S 644 usr/share/nano yaml.nanorc=1368
> S 644 usr/share/nano/debian debian.nanorc=801
> S 644 usr/share/nano/extra ada.nanorc=1263 fortran.nanorc=1959 haskell.nanorc=1009 povray.nanorc=637
> S 644 usr/share/nano/extra spec.nanorc=2017
> L bin rnano=nano
> L usr/share/nano debian.nanorc=debian/debian.nanorc haskell.nanorc=extra/haskell.nanorc

@ ubuntu jammy-updates
Package: net-tools
Version: 1.60+git20181103.0eebece-1ubuntu5.4
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.34), libselinux1 (>= 3.1~)
Section: net
Priority: optional
Homepage: http://sourceforge.net/projects/net-tools/
Description: NET-3 networking toolkit
> D 755 bin sbin usr usr/sbin usr/share usr/share/doc usr/share/doc/net-tools
> P 755 bin busybox netstat=158304
> P 755 sbin busybox ifconfig=79024 iptunnel=18744 nameif=14824 route=65808 slattach=36944
> P 755 sbin = ipmaddr=18744 mii-tool=27376 plipconfig=14648 rarp=33104
> P 755 usr/sbin busybox arp=63088
> S 644 usr/share/doc/net-tools changelog.Debian.gz=1391 copyright=1334

@ ubuntu jammy
Package: netcat-openbsd
Version: 1.218-4ubuntu1
Architecture: amd64
Depends: libbsd0 (>= 0.2.0), libc6 (>= 2.34)
Breaks: netcat (<< 1.10-35)
Replaces: netcat (<< 1.10-35)
Provides: netcat
Section: net
Priority: important
Description: TCP/IP swiss army knife
> D 755 bin usr usr/share usr/share/doc usr/share/doc/netcat-openbsd
> P 755 bin busybox nc.openbsd=39560
> S 644 usr/share/doc/netcat-openbsd changelog.Debian.gz=1320 copyright=3629

@ ubuntu jammy-updates/universe
Package: nodejs
Version: 12.22.9~dfsg-1ubuntu3.6
Architecture: amd64
Multi-Arch: allowed
Depends: libc6 (>= 2.34), libnode72 (= 12.22.9~dfsg-1ubuntu3.6)
Recommends: ca-certificates, nodejs-doc
Suggests: npm
Breaks: node-babel-runtime (<< 7), node-typescript-types (<< 20210110~)
Provides: node-types-node (= 12.20.42~12.22.9~dfsg-1ubuntu3.6)
Section: universe/web
Priority: extra
Homepage: https://nodejs.org/
Description: evented I/O for V8 javascript - runtime executable
> D 755 usr usr/bin usr/lib usr/lib/nodejs usr/share usr/share/doc usr/share/doc/nodejs usr/share/nodejs
> D 755 usr/share/nodejs/@types
> P 755 usr/bin = node=26704
> S 644 usr/share/doc/nodejs copyright=62185
> L usr/bin nodejs=node
> L usr/share/doc/nodejs changelog.Debian.gz=../libnode72/changelog.Debian.gz
> S 644 usr/share/nodejs/@types strata-stand-in=753998

@ ubuntu jammy-updates
Package: openssl
Version: 3.0.2-0ubuntu1.30
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.34), libssl3 (>= 3.0.2-0ubuntu1.2)
Suggests: ca-certificates
Section: utils
Priority: important
Homepage: https://www.openssl.org/
Description: Secure Sockets Layer toolkit - cryptographic utility
! conffile /etc/ssl/openssl.cnf
> D 755 etc etc/ssl etc/ssl/certs etc/ssl/private usr usr/bin usr/lib usr/lib/ssl usr/lib/ssl/misc usr/share
> D 755 usr/share/doc usr/share/doc/openssl
> S 644 etc/ssl openssl.cnf=12419
> P 755 usr/bin = c_rehash=6963 openssl=1001272
> S 755 usr/lib/ssl/misc CA.pl=8061 tsget.pl=6742
> L usr/lib/ssl certs=/etc/ssl/certs openssl.cnf=/etc/ssl/openssl.cnf private=/etc/ssl/private
> L usr/lib/ssl/misc tsget=tsget.pl
> L usr/share/doc/openssl changelog.Debian.gz=../libssl3/changelog.Debian.gz copyright=../libssl3/copyright

@ ubuntu jammy
Package: patch
Version: 2.7.6-7build2
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.34)
Suggests: ed, diffutils-doc
Section: utils
Priority: optional
Homepage: https://savannah.gnu.org/projects/patch/
Description: Apply a diff file to an original
> D 755 usr usr/bin usr/share usr/share/doc usr/share/doc/patch
> P 755 usr/bin busybox patch=190992
> S 644 usr/share/doc/patch changelog.Debian.gz=1175 copyright=1339

@ ubuntu jammy-updates
Package: procps
Version: 2:3.3.17-6ubuntu2.1
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.34), libncurses6 (>= 6), libncursesw6 (>= 6), libprocps8 (>= 2:3.3.16-1), libtinfo6 (>= 6), lsb-base (>= 3.0-10), init-system-helpers (>= 1.29~)
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
! conffile /etc/sysctl.d/10-console-messages.conf
! conffile /etc/sysctl.d/10-ipv6-privacy.conf
! conffile /etc/sysctl.d/10-kernel-hardening.conf
! conffile /etc/sysctl.d/10-magic-sysrq.conf
! conffile /etc/sysctl.d/10-network-security.conf
! conffile /etc/sysctl.d/10-ptrace.conf
! conffile /etc/sysctl.d/10-zeropage.conf
! conffile /etc/sysctl.d/README.sysctl
> D 755 bin etc etc/init.d etc/sysctl.d sbin usr usr/bin usr/lib usr/lib/sysctl.d usr/share usr/share/doc
> D 755 usr/share/doc/procps
> P 755 bin busybox kill=30952 ps=141776
> S 755 etc/init.d procps=959
> S 644 etc sysctl.conf=2355
> S 644 etc/sysctl.d 10-console-messages.conf=77 10-ipv6-privacy.conf=490 10-kernel-hardening.conf=1229
> S 644 etc/sysctl.d 10-magic-sysrq.conf=1184 10-network-security.conf=158 10-ptrace.conf=1292
> S 644 etc/sysctl.d 10-zeropage.conf=506 README.sysctl=798
> P 755 sbin busybox sysctl=30960
> P 755 usr/bin busybox free=26864 pgrep=30968 pmap=35064 pwdx=14568 top=133184 uptime=14568 w=22760 watch=27240
> P 755 usr/bin = pidwait=30968 skill=30952 slabtop=22768 tload=18680 vmstat=39160
> S 644 usr/lib/sysctl.d 99-protect-links.conf=372
> S 644 usr/share/doc/procps copyright=3949
> L usr/bin pkill=pgrep snice=skill
> L usr/share/doc/procps changelog.Debian.gz=../libprocps8/changelog.Debian.gz

@ ubuntu jammy
Package: psmisc
Version: 23.4-2build3
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.34), libtinfo6 (>= 6)
Breaks: manpages-de (<< 4.9.1-1)
Replaces: manpages-de (<< 4.9.1-1)
Section: admin
Priority: standard
Homepage: http://psmisc.sf.net/
Description: utilities that use the proc file system
> D 755 bin usr usr/bin usr/share usr/share/doc usr/share/doc/psmisc
> P 755 bin busybox fuser=40256
> P 755 usr/bin busybox killall=32096 pstree=36168
> P 755 usr/bin = peekfd=14640 prtstat=22912 pslog=14640
> S 644 usr/share/doc/psmisc changelog.Debian.gz=1073 copyright=1341
> L usr/bin pstree.x11=pstree

@ ubuntu jammy
Package: publicsuffix
Version: 20211207.1025-1
Architecture: all
Multi-Arch: foreign
Provides: publicsuffix-dafsa
Section: net
Priority: standard
Homepage: https://publicsuffix.org
Description: accurate, machine-readable list of domain name suffixes
> D 755 usr usr/share usr/share/doc usr/share/doc/publicsuffix usr/share/publicsuffix
> S 644 usr/share/doc/publicsuffix changelog.Debian.gz=481 copyright=24411
> S 644 usr/share/publicsuffix public_suffix_list.dafsa=52579 public_suffix_list.dat=236848
> L usr/share/publicsuffix effective_tld_names.dat=public_suffix_list.dat

@ ubuntu jammy
Package: readline-common
Source: readline
Version: 8.1.2-1
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
> S 644 usr/share/doc/readline-common changelog.Debian.gz=505 copyright=2747
> S 644 usr/share/readline inputrc=1748

@ ubuntu jammy
Package: time
Version: 1.9-0.1build2
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.34)
Section: utils
Priority: standard
Homepage: https://www.gnu.org/software/time
Description: GNU time program for measuring CPU resource usage
> D 755 usr usr/bin usr/share usr/share/doc usr/share/doc/time
> P 755 usr/bin busybox time=27160
> S 644 usr/share/doc/time changelog.Debian.gz=1822 copyright=2943

@ ubuntu jammy/universe
Package: traceroute
Version: 1:2.1.0-2
Architecture: amd64
Depends: libc6 (>= 2.14)
Section: universe/net
Priority: optional
Homepage: http://traceroute.sourceforge.net/
Description: Traces the route taken by packets over an IPv4/IPv6 network
> D 755 usr usr/bin usr/include usr/lib usr/sbin usr/share usr/share/doc usr/share/doc/traceroute
> P 755 usr/bin = lft.db=2493 traceproto.db=2885 traceroute-nanog=1618
> P 755 usr/bin busybox traceroute.db=68768
> S 644 usr/include clif.h=4546
> S 644 usr/lib libsupp.a=22480
> P 755 usr/sbin = tcptraceroute.db=1594
> S 644 usr/share/doc/traceroute changelog.Debian.gz=1008 copyright=2129
> L usr/bin traceroute6.db=traceroute.db

@ ubuntu jammy/universe
Package: tree
Version: 2.0.2-1
Architecture: amd64
Depends: libc6 (>= 2.34)
Section: universe/utils
Priority: optional
Homepage: http://mama.indstate.edu/users/ice/tree/
Description: displays an indented directory tree, in color
> D 755 usr usr/bin usr/share usr/share/doc usr/share/doc/tree
> P 755 usr/bin = tree=81288
> S 644 usr/share/doc/tree changelog.Debian.gz=1721 copyright=2441

@ ubuntu jammy-updates
Package: unzip
Version: 6.0-26ubuntu3.2
Architecture: amd64
Multi-Arch: foreign
Depends: libbz2-1.0, libc6 (>= 2.34)
Suggests: zip
Section: utils
Priority: optional
Homepage: http://www.info-zip.org/UnZip.html
Description: De-archiver for .zip files
> D 755 usr usr/bin usr/lib usr/lib/mime usr/lib/mime/packages usr/share usr/share/doc usr/share/doc/unzip
> P 755 usr/bin = funzip=22832 unzipsfx=80304 zipgrep=2959
> P 755 usr/bin busybox unzip=174512
> L usr/bin zipinfo=unzip
> S 644 usr/lib/mime/packages unzip=77
> S 644 usr/share/doc/unzip changelog.Debian.gz=1388 copyright=4086

@ ubuntu jammy-updates
Package: vim-common
Source: vim
Version: 2:8.2.3995-1ubuntu2.36
Architecture: all
Multi-Arch: foreign
Depends: xxd
Recommends: vim | vim-gtk3 | vim-athena | vim-nox | vim-tiny
Section: editors
Priority: important
Homepage: https://www.vim.org/
Description: Vi IMproved - Common files
! conffile /etc/vim/vimrc
> D 755 etc etc/vim usr usr/bin usr/lib usr/lib/mime usr/lib/mime/packages usr/share usr/share/doc
> D 755 usr/share/doc/vim-common usr/share/vim usr/share/vim/vim82 var var/lib var/lib/vim var/lib/vim/addons
> S 644 etc/vim vimrc=2266
> P 755 usr/bin = helpztags=2514
> S 644 usr/lib/mime/packages vim-common=346
> S 644 usr/share/doc/vim-common copyright=29023
> L usr/share/doc/vim-common changelog.Debian.gz=../xxd/changelog.Debian.gz
> L usr/share/vim vimrc=/etc/vim/vimrc
> S 644 usr/share/vim/vim82 strata-stand-in=1804

@ ubuntu jammy-updates
Package: vim-tiny
Source: vim
Version: 2:8.2.3995-1ubuntu2.36
Architecture: amd64
Depends: vim-common (= 2:8.2.3995-1ubuntu2.36), libacl1 (>= 2.2.23), libc6 (>= 2.34), libselinux1 (>= 3.1~), libtinfo6 (>= 6)
Suggests: indent
Provides: editor
Section: editors
Priority: important
Homepage: https://www.vim.org/
Description: Vi IMproved - enhanced vi editor - compact version
! conffile /etc/vim/vimrc.tiny
> D 755 etc etc/vim usr usr/bin usr/share usr/share/doc usr/share/doc/vim-tiny usr/share/vim usr/share/vim/vim82
> S 644 etc/vim vimrc.tiny=662
> P 755 usr/bin busybox vim.tiny=1520320
> S 644 usr/share/doc/vim-tiny changelog.Debian.gz=2237 copyright=29023
> L usr/share/vim vimrc.tiny=/etc/vim/vimrc.tiny
> S 644 usr/share/vim/vim82 strata-stand-in=1785

@ ubuntu jammy-updates
Package: wget
Version: 1.21.2-2ubuntu1.5
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.34), libidn2-0 (>= 0.6), libpcre2-8-0 (>= 10.22), libpsl5 (>= 0.16.0), libssl3 (>= 3.0.0~~alpha1), libuuid1 (>= 2.16), zlib1g (>= 1:1.1.4)
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
> S 644 usr/share/doc/wget changelog.Debian.gz=1137 copyright=1420

@ ubuntu jammy-updates
Package: xxd
Source: vim
Version: 2:8.2.3995-1ubuntu2.36
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.34)
Breaks: vim-common (<< 2:7.4.2347-1~)
Replaces: vim-common (<< 2:7.4.2347-1~)
Section: editors
Priority: important
Homepage: https://www.vim.org/
Description: tool to make (or reverse) a hex dump
> D 755 usr usr/bin usr/share usr/share/doc usr/share/doc/xxd
> P 755 usr/bin busybox xxd=18720
> S 644 usr/share/doc/xxd changelog.Debian.gz=2234 copyright=29023
`;
