package network.fanz.content.intelligence;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IntelligenceSettings.class)
class IntelligenceConfiguration {}
