package network.fanz.journeys;

import static network.fanz.common.InvalidField.required;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.Objects;
import network.fanz.common.Access;
import network.fanz.common.AccountId;
import network.fanz.common.Origin;
import network.fanz.common.Role;
import network.fanz.security.identity.NewAccount;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Registering over the API. */
@RestController
@Tag(name = "identity")
class RegistrationApi {
    private final Registration registration;

    RegistrationApi(Registration registration) {
        this.registration = registration;
    }

    /**
     * What a new user sends to register. Every field is needed but the role, which is FAN if it is left out.
     *
     * @param terms the version of the terms of use that is accepted; needed where one is in force, and only there
     */
    record RegistrationRequest(
            @Nullable String email,
            @Nullable String password,
            @Nullable String name,
            @Nullable LocalDate dateOfBirth,
            @Nullable String country,
            @Nullable Role role,
            @Nullable Integer terms) {
        @Override
        public String toString() {
            return "RegistrationRequest";
        }
    }

    /** @param account the new account's id; it looks the same whether or not the address was known before */
    record RegisteredAccount(AccountId account) {}

    @PostMapping("/api/v1/registrations")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(anyone = true)
    @Operation(operationId = "initializeRegistration", summary = "Register as a fan or a creator")
    RegisteredAccount register(
            @RequestBody RegistrationRequest body, @RequestHeader("Idempotency-Key") String key, Origin origin) {
        NewAccount newAccount = new NewAccount(
                required("email", body.email()),
                required("password", body.password()),
                required("name", body.name()),
                required("dateOfBirth", body.dateOfBirth()),
                required("country", body.country()),
                Objects.requireNonNullElse(body.role(), Role.FAN),
                body.terms());
        return new RegisteredAccount(registration.register(newAccount, origin, key));
    }
}
