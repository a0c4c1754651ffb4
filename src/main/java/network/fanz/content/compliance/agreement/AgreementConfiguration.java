package network.fanz.content.compliance.agreement;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AgreementSettings.class)
class AgreementConfiguration {}
