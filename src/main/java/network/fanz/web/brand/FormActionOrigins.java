package network.fanz.web.brand;

import java.util.List;

/**
 * Where our forms may end besides our own hosts: browsers hold a redirect after a form to {@code form-action} too.
 *
 * @param origins such as {@code https://pay.example}
 */
public record FormActionOrigins(List<String> origins) {
    public FormActionOrigins {
        origins = List.copyOf(origins);
    }
}
