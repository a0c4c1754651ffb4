/** Every refusal in one place: as problem+json for programs (RFC 9457), in words for people. */
@NullMarked
package network.fanz.web.problems;

import org.jspecify.annotations.NullMarked;
