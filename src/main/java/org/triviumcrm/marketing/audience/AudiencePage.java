package org.triviumcrm.marketing.audience;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.marketing.people.PersonKind;
import org.triviumcrm.shared.list.ListLink;

/**
 * What the page of a target list shows, names included.
 *
 * @param people on it, by kind: everybody, also those that the viewer does not see
 * @param optedOut how many have opted out of it
 * @param all whether the viewer sees each of them
 */
public record AudiencePage(
        long id,
        String name,
        @Nullable String note,
        long ownerId,
        String owner,
        @Nullable String team,
        Instant createdAt,
        int version,
        Map<PersonKind, Long> people,
        long optedOut,
        boolean all) {

    public long total() {
        return people.values().stream().mapToLong(Long::longValue).sum();
    }

    public long of(PersonKind kind) {
        return people.getOrDefault(kind, 0L);
    }

    /** Address of the list of those who are on it. */
    public String href() {
        return members().is("optedOut", "no").toString();
    }

    /** Address of the list of those of one kind. */
    public String href(PersonKind kind) {
        return members().is("optedOut", "no").is("kind", kind).toString();
    }

    /** Address of the list of those who have opted out. */
    public String optedOutHref() {
        return members().is("optedOut", "yes").toString();
    }

    private ListLink members() {
        return ListLink.to(AudienceMemberList.PATH).is("audience", id);
    }

    SaveAudience toInput() {
        return new SaveAudience(name, note, ownerId, version);
    }
}
