package network.fanz.content.search;

import network.fanz.content.catalogue.ListedWorks;
import network.fanz.platform.events.Subscription;
import network.fanz.security.identity.events.PublicNameChanged;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SearchSettings.class)
class SearchConfiguration {
    /** One node hears of it and writes it where every node looks. */
    @Bean
    Subscription searchNames(ListedWorks works) {
        return Subscription.named("search.names")
                .on(
                        PublicNameChanged.class,
                        changed -> works.noteChange(changed.event().account()))
                .forOperators("Names in the search", "Works are not found by a creator's new name yet.");
    }
}
