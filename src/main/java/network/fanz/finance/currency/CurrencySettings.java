package network.fanz.finance.currency;

import network.fanz.common.Asset;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param asset what people pay in and what money figures count: code and scale, such as {@code USD/2}, {@code JPY/0} or {@code KWD/3}. All
 *     settings in base units count this asset
 */
@ConfigurationProperties(prefix = "fanz.currency", ignoreUnknownFields = false)
record CurrencySettings(@DefaultValue("USD/2") String asset) {
    CurrencySettings {
        requireAsset(asset);
    }

    private static void requireAsset(String asset) {
        try {
            Asset.of(asset);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("fanz.currency.asset is " + asset + ". " + wrong.getMessage());
        }
    }
}
