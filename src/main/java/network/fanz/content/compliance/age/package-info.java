/** Proofs of age: what each place asks, how a provider is asked, and the gate before whatever only adults may see. */
@NullMarked
package network.fanz.content.compliance.age;

import org.jspecify.annotations.NullMarked;
