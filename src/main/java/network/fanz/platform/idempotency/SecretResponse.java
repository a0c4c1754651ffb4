package network.fanz.platform.idempotency;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a handler whose answer carries a secret: a token, a key, recovery codes. Its answer is never stored, so the same
 * request sent again does the work again; the handler must bear that. While it runs its key is held like any other.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface SecretResponse {}
