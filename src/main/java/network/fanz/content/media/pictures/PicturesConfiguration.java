package network.fanz.content.media.pictures;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PictureSettings.class)
class PicturesConfiguration {}
