package network.fanz;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** The program. */
@SpringBootApplication(exclude = FlywayAutoConfiguration.class)
public class Fanz {
    public static void main(String[] arguments) {
        SpringApplication application = new SpringApplication(Fanz.class);
        application.run(arguments);
    }

    /** The only clock of the program: every time that it stores or compares comes from here. The making of a sample has its own. */
    @Bean
    @ConditionalOnProperty(name = "fanz.sample.make", havingValue = "false", matchIfMissing = true)
    Clock clock() {
        return Clock.systemUTC();
    }
}
