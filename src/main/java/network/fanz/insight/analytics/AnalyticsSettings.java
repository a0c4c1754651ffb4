package network.fanz.insight.analytics;

import java.util.Objects;
import network.fanz.common.Asset;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param asset what money figures count, such as {@code USD/2}: two assets never make one sum */
@ConfigurationProperties(prefix = "fanz.analytics", ignoreUnknownFields = false)
record AnalyticsSettings(@DefaultValue("USD/2") String asset) {
    AnalyticsSettings {
        Objects.requireNonNull(Asset.of(asset));
    }

    Asset counted() {
        return Asset.of(asset);
    }
}
