package network.fanz.content.intelligence;

import network.fanz.content.intelligence.classifier.PictureClassifier;
import network.fanz.platform.postgres.DataFolder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IntelligenceSettings.class)
class IntelligenceConfiguration {
    @Bean
    PictureClassifier pictureClassifier(IntelligenceSettings settings, DataFolder folder) {
        return new PictureClassifier(folder.path(), settings.waitMax());
    }
}
