package network.fanz.walkthrough;

import java.util.HashMap;
import java.util.Map;
import network.fanz.common.Role;

/** The people of a walk; each is made when a story first needs them. */
final class Cast {
    private final Place place;
    private final People people;
    private final Map<Role, Person> staff = new HashMap<>();

    Cast(Place place) {
        this.place = place;
        this.people = new People(place);
    }

    Place place() {
        return place;
    }

    People people() {
        return people;
    }

    Person administrator() {
        return people.administrator();
    }

    Person staff(Role role) {
        return staff.computeIfAbsent(role, people::staff);
    }
}
