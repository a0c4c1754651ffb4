package network.fanz.tools.walkthrough;

import java.util.HashMap;
import java.util.Map;
import network.fanz.common.Role;

/** The users of a walkthrough. Each is made when a flow first needs it. */
final class FlowUsers {
    private final ProgramAddress address;
    private final UserFactory userFactory;
    private final Map<Role, SignedInUser> staff = new HashMap<>();

    FlowUsers(ProgramAddress address) {
        this.address = address;
        this.userFactory = new UserFactory(address);
    }

    ProgramAddress address() {
        return address;
    }

    UserFactory users() {
        return userFactory;
    }

    SignedInUser administrator() {
        return userFactory.administrator();
    }

    SignedInUser staff(Role role) {
        return staff.computeIfAbsent(role, userFactory::staff);
    }
}
