package org.triviumcrm.identity;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
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

    /**
     * Whether a row with this owner and team (either may be unknown) is visible by them. Says the same as {@link #sql} of
     * {@link #base}.
     */
    boolean includes(@Nullable Long ownerId, @Nullable Long teamId);

    /**
     * Whether the row with this id, owner and team is visible. Says the same as {@link #sql}.
     *
     * @param groupId the row's group, see {@link SharedGroups}; null for none
     */
    default boolean includes(long id, @Nullable Long ownerId, @Nullable Long teamId, @Nullable Long groupId) {
        return includes(ownerId, teamId);
    }

    /** Whether the viewer may change this row, if permitted to change any. Says the same as {@link #changeable(String)}. */
    default boolean mayChange(long id, @Nullable Long ownerId, @Nullable Long teamId, @Nullable Long groupId) {
        return includes(ownerId, teamId);
    }

    /** Like {@link #sql}, for the rows that the viewer may change. */
    default String changeable(String alias) {
        return sql(alias);
    }

    /** Column that names the group of a row, see {@link SharedGroups}; empty where groups make no difference. */
    default String groupColumn() {
        return "";
    }

    /** The rows that are visible by their owner and team, without those that others have shared. */
    default Scope base() {
        return this;
    }

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

    /**
     * What is visible by owner and team, and what is shared beyond that: single rows, and all rows of some groups. Its tables have
     * an {@code id} and the column of the group.
     *
     * @param base of another kind
     * @param ids of the single rows, also those that the base has
     * @param changeableIds those of them that the viewer may change
     * @param groupColumn column that names the group of a row
     * @param groups whose rows the viewer sees and may change
     */
    record Shared(
            Scope base,
            Collection<Long> ids,
            Collection<Long> changeableIds,
            String groupColumn,
            Collection<Long> groups)
            implements Scope {

        /** Single rows only. */
        public Shared(Scope base, Collection<Long> ids, Collection<Long> changeableIds) {
            this(base, ids, changeableIds, "", List.of());
        }

        @Override
        public String sql(String alias) {
            return either(alias, "scopeShared");
        }

        @Override
        public String changeable(String alias) {
            return either(alias, "scopeChangeable");
        }

        /** Condition for what is shared that the base does not have. */
        public String beyondBase(String alias) {
            return "((false" + single(alias, "scopeShared") + grouped(alias) + ") and (" + base.sql(alias)
                    + ") is not true)";
        }

        /** By owner, team and group: all that is not shared row by row. Totals that know these columns can answer it. */
        public Shared inGroups() {
            return new Shared(base, List.of(), List.of(), groupColumn, groups);
        }

        /** Condition for the single rows that neither the base nor a group has. */
        public String beyondGroups(String alias) {
            return "((false" + single(alias, "scopeShared") + ") and (" + base.sql(alias) + grouped(alias)
                    + ") is not true)";
        }

        private String either(String alias, String parameter) {
            return "(" + base.sql(alias) + single(alias, parameter) + grouped(alias) + ")";
        }

        private String single(String alias, String parameter) {
            return ids.isEmpty() ? "" : " or " + alias + ".id = any(:" + parameter + ")";
        }

        private String grouped(String alias) {
            return groups.isEmpty() ? "" : " or " + alias + "." + groupColumn + " = any(:scopeGroups)";
        }

        @Override
        public Map<String, Object> parameters() {
            Map<String, Object> parameters = new HashMap<>(base.parameters());
            parameters.put("scopeShared", ids.toArray(Long[]::new));
            parameters.put("scopeChangeable", changeableIds.toArray(Long[]::new));
            parameters.put("scopeGroups", groups.toArray(Long[]::new));
            return parameters;
        }

        @Override
        public boolean includes(@Nullable Long ownerId, @Nullable Long teamId) {
            return base.includes(ownerId, teamId);
        }

        @Override
        public boolean includes(long id, @Nullable Long ownerId, @Nullable Long teamId, @Nullable Long groupId) {
            return base.includes(ownerId, teamId) || ids.contains(id) || has(groupId);
        }

        @Override
        public boolean mayChange(long id, @Nullable Long ownerId, @Nullable Long teamId, @Nullable Long groupId) {
            return base.includes(ownerId, teamId) || changeableIds.contains(id) || has(groupId);
        }

        private boolean has(@Nullable Long groupId) {
            return groupId != null && groups.contains(groupId);
        }
    }
}
