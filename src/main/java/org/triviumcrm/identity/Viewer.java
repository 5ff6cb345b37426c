package org.triviumcrm.identity;

import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.shared.list.ListReader;
import org.triviumcrm.shared.web.RightsHolder;

/**
 * Whoever looks or acts: a signed-in person or a named job. Loaded anew for each request, so a change of roles or teams
 * counts at once. Every service method takes one.
 *
 * @param personId the person; 0 for a job
 * @param teamId the person's team, null for someone outside the tree
 * @param teamsBelow the ids of all teams this person reaches: the own one, those managed, and all below them
 * @param access how far the person sees, by record type
 * @param shares what others have shared with the person beyond that, by record type
 */
public record Viewer(
        long personId,
        String name,
        @Nullable Long teamId,
        Collection<Long> teamsBelow,
        Set<String> permissions,
        Map<String, AccessLevel> access,
        Map<String, Shares> shares,
        Locale locale,
        ZoneId zone)
        implements ListReader, RightsHolder {

    /** The one permission that stands for all of them and for every row; administrators and jobs have it. */
    public static final String EVERYTHING = "*";

    /** Somebody with whom nothing is shared. */
    public Viewer(
            long personId,
            String name,
            @Nullable Long teamId,
            Collection<Long> teamsBelow,
            Set<String> permissions,
            Map<String, AccessLevel> access,
            Locale locale,
            ZoneId zone) {
        this(personId, name, teamId, teamsBelow, permissions, access, Map.of(), locale, zone);
    }

    /** A background job under its name: sees and may do everything, and is named in the history. */
    public static Viewer job(String name) {
        return new Viewer(0, name, null, List.of(), Set.of(EVERYTHING), Map.of(), Locale.ENGLISH, ZoneId.of("UTC"));
    }

    public boolean isJob() {
        return personId == 0;
    }

    /** Whether the viewer has a permission such as {@code sales.opportunity.edit}. */
    @Override
    public boolean can(String permission) {
        return permission.equals(Requires.ANY_SIGNED_IN)
                || permissions.contains(permission)
                || permissions.contains(EVERYTHING);
    }

    /** Whether the viewer has at least one of these permissions. */
    @Override
    public boolean canAny(String... some) {
        for (String permission : some) {
            if (can(permission)) {
                return true;
            }
        }
        return false;
    }

    /** The rows of this record type (such as {@code opportunity}) that the viewer sees. */
    @Override
    public Scope scope(String recordType) {
        if (permissions.contains(EVERYTHING)) {
            return new Scope.Everything();
        }
        Scope base = base(recordType);
        Shares shared = shares.get(recordType);
        return shared == null || base instanceof Scope.Everything
                ? base
                : new Scope.Shared(base, shared.ids(), shared.changeable(), shared.groupColumn(), shared.groups());
    }

    private Scope base(String recordType) {
        return switch (access.getOrDefault(recordType, AccessLevel.NONE)) {
            case NONE -> new Scope.Nothing();
            case OWN -> new Scope.Own(personId);
            case TEAM -> teamId == null ? new Scope.Own(personId) : new Scope.Teams(List.of(teamId), personId);
            case TEAM_AND_BELOW ->
                teamsBelow.isEmpty() ? new Scope.Own(personId) : new Scope.Teams(teamsBelow, personId);
            case ALL -> new Scope.Everything();
        };
    }
}
