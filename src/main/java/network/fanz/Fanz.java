package network.fanz;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** The program. */
@SpringBootApplication(exclude = FlywayAutoConfiguration.class)
public class Fanz {
    public static void main(String[] arguments) {
        SpringApplication application = new SpringApplication(Fanz.class);
        application.run(arguments);
    }

    /** The only clock of the program: every time that it stores or compares comes from here. */
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }
}
