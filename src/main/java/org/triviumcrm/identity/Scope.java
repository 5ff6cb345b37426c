package org.triviumcrm.identity;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.shared.list.RowScope;

/**
 * The rows of one kind of record that a {@link Viewer} sees. Every query on a table with {@code owner_id} and
 * {@code team_id} adds {@link #sql(String)} to its conditions and binds {@link #parameters()}.
 */
public sealed interface Scope extends RowScope {

    /** SQL condition over the table alias, without a leading AND; its named parameters are {@link #parameters()}. */
    @Override
    String sql(String alias);

    /** Values of the named parameters in {@link #sql(String)}. */
    @Override
    Map<String, Object> parameters();

    /** Whether a row with this owner and team (either may be unknown) is visible. Says the same as {@link #sql}. */
    boolean includes(@Nullable Long ownerId, @Nullable Long teamId);

    record Everything() implements Scope {
        @Override
        public String sql(String alias) {
            return "true";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of();
        }

        @Override
        public boolean includes(@Nullable Long ownerId, @Nullable Long teamId) {
            return true;
        }
    }

    record Nothing() implements Scope {
        @Override
        public String sql(String alias) {
            return "false";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of();
        }

        @Override
        public boolean includes(@Nullable Long ownerId, @Nullable Long teamId) {
            return false;
        }
    }

    record Own(long personId) implements Scope {
        @Override
        public String sql(String alias) {
            return alias + ".owner_id = :scopeOwner";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("scopeOwner", personId);
        }

        @Override
        public boolean includes(@Nullable Long ownerId, @Nullable Long teamId) {
            return ownerId != null && ownerId == personId;
        }
    }

    /** The rows of some teams, and one's own wherever they are. */
    record Teams(Collection<Long> teamIds, long personId) implements Scope {
        @Override
        public String sql(String alias) {
            return "(" + alias + ".team_id in (:scopeTeams) or " + alias + ".owner_id = :scopeOwner)";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("scopeTeams", teamIds, "scopeOwner", personId);
        }

        @Override
        public boolean includes(@Nullable Long ownerId, @Nullable Long teamId) {
            return (teamId != null && teamIds.contains(teamId)) || (ownerId != null && ownerId == personId);
        }
    }
}
