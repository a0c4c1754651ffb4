package network.fanz.security.identity.profile;

import java.util.Optional;
import network.fanz.common.AccountId;
import network.fanz.common.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The part of an account that its owner writes. */
@Component
final class ProfileStore {
    private final JdbcClient jdbc;

    ProfileStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What the sanctions screen needs; empty if the account is not active. */
    record ScreenedPerson(byte[] dateOfBirth, String country) {}

    Optional<ScreenedPerson> screened(AccountId account) {
        return jdbc.sql("""
                        select date_of_birth, country from identity.account
                        where id = :id and state = 'ACTIVE' and date_of_birth is not null
                        """)
                .param("id", account.value())
                .query((row, number) -> new ScreenedPerson(row.getBytes("date_of_birth"), row.getString("country")))
                .optional();
    }

    /** False if the account is no longer open. */
    boolean setName(AccountId account, byte[] name) {
        return jdbc.sql("update identity.account set name = :name where id = :id and state = 'ACTIVE'")
                        .param("name", name)
                        .param("id", account.value())
                        .update()
                == 1;
    }

    /** False if the account has this language already, or is no longer open. */
    boolean setLanguage(AccountId account, Language language) {
        return jdbc.sql("""
                                update identity.account set language = :language
                                where id = :id and state = 'ACTIVE' and language <> :language
                                """)
                        .param("language", language.tag())
                        .param("id", account.value())
                        .update()
                == 1;
    }
}
