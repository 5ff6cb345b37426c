package org.triviumcrm.sales.pool;

import java.util.Map;
import org.triviumcrm.shared.list.ListReader;
import org.triviumcrm.shared.list.RowScope;

/**
 * What is in the pools that somebody may claim from: those of the own team and of the teams above it, everybody's, and those
 * that the person keeps. Who rules the pools sees all.
 */
record PoolScope(long personId, boolean all) implements RowScope {

    /** Ids of pools, over the parameter {@code poolReader}. */
    static final String SEEN = """
            select pool.id from opportunity_pool pool
            where pool.team_id is null or pool.keeper_id = :poolReader or pool.team_id in (
                with recursive up as (
                    select t.id, t.parent_id from team t join person reader on reader.team_id = t.id where reader.id = :poolReader
                    union
                    select t.id, t.parent_id from team t join up on t.id = up.parent_id)
                select up.id from up)""";

    static PoolScope of(ListReader reader) {
        return new PoolScope(reader.personId(), reader.can("sales.pool.manage"));
    }

    @Override
    public String sql(String alias) {
        return all ? alias + ".pool_id is not null" : alias + ".pool_id = any(array(" + SEEN + "))";
    }

    @Override
    public Map<String, Object> parameters() {
        return all ? Map.of() : Map.of("poolReader", personId);
    }
}
