package org.triviumcrm.identity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The people, for other modules. */
public interface People {

    /** As a record type: something everybody may ask everybody in the company for, such as to decide in one's place. */
    String COLLEAGUE = "colleague";

    /** Names by id; ids of nobody are left out. */
    Map<Long, String> names(Collection<Long> ids);

    Optional<PersonRef> find(long id);

    /** By sign-in name, else by full name when exactly one person has it; case does not count. Inactive ones too. */
    Optional<PersonRef> findByName(String name);

    /**
     * Active people whom the viewer may put in charge of a record of this type, the viewer first, then by name.
     *
     * @param typed the beginning of any part of the name, or of the sign-in name; all when null or empty
     */
    List<PersonRef> choices(Viewer viewer, String recordType, @Nullable String typed, int limit);

    /** Whether the viewer may put this person in charge of a record of this type. */
    boolean mayChoose(Viewer viewer, String recordType, long personId);

    /**
     * Active people of the whole company who have a permission, by name.
     *
     * @param typed as in {@link #choices}
     */
    List<PersonRef> permitted(Viewer viewer, String permission, @Nullable String typed, int limit);

    /** Whether it is an active person who has the permission. */
    boolean isPermitted(Viewer viewer, long personId, String permission);

    /** Needs {@code identity.person.manage}. */
    PersonRef create(Viewer viewer, NewPerson person);

    /** Moves a person to another team and tells {@link PersonMovedTeam}. Needs {@code identity.person.manage}. */
    void moveToTeam(Viewer viewer, long personId, @Nullable Long teamId);
}
