package network.fanz.finance.currency;

import java.util.List;
import network.fanz.common.Asset;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CurrencySettings.class)
class CurrencyConfiguration {
    @Bean
    HouseCurrency houseCurrency(CurrencySettings settings) {
        return new HouseCurrency(Asset.of(settings.asset()));
    }

    /** Before the web server opens, and after the migrations. */
    @Bean
    SmartInitializingSingleton currencyCheck(HouseCurrency currency, ObjectProvider<CountedInCurrency> data) {
        return () -> currency.check(List.copyOf(data.stream().toList()));
    }
}
