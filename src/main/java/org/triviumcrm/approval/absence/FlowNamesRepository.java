package org.triviumcrm.approval.absence;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whom active flows name by person: as an approver, for when the time is over, for when nobody is found. */
@Repository
class FlowNamesRepository {

    private final JdbcClient jdbc;

    FlowNamesRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** There are a few dozen active flows at most. */
    List<FlowWarning> namingPeopleWhoLeft() {
        return jdbc.sql("""
                        with named as (
                            select v.flow_id, id.value::bigint as person_id
                            from approval_flow_version v, jsonb_array_elements(v.definition -> 'steps') step,
                                jsonb_array_elements_text(step -> 'approvers' -> 'ids') id
                            where v.state = 'ACTIVE' and step -> 'approvers' ->> 'kind' = 'PERSON'
                            union
                            select v.flow_id, (step -> 'limit' ->> 'escalateTo')::bigint
                            from approval_flow_version v, jsonb_array_elements(v.definition -> 'steps') step
                            where v.state = 'ACTIVE'
                            union
                            select v.flow_id, (v.definition -> 'edges' ->> 'fallbackPersonId')::bigint
                            from approval_flow_version v where v.state = 'ACTIVE')
                        select f.id as flow_id, f.name as flow, string_agg(p.name, ', ' order by p.name) as people
                        from named n join person p on p.id = n.person_id and not p.active
                        join approval_flow f on f.id = n.flow_id
                        group by f.id, f.name, f.position order by f.position, f.id""").query(FlowWarning.class).list();
    }
}
