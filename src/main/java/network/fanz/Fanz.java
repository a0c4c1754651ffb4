package network.fanz;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;

/** The program. */
@SpringBootApplication(exclude = FlywayAutoConfiguration.class)
public class Fanz {
    public static void main(String[] arguments) {
        SpringApplication application = new SpringApplication(Fanz.class);
        application.run(arguments);
    }
}
