package org.triviumcrm.exchange.dataimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

/** No file changes an opportunity that waits for an approval, and no undo of one; the other rows go their way. */
@IntegrationTest
class ImportsOfLockedRowsTests {

    private static final String ROW = """
            select jsonb_build_object('row', to_jsonb(o),
                'stages', (select jsonb_agg(s order by s.id) from stage_change s where s.opportunity_id = o.id),
                'states', (select jsonb_agg(s order by s.id) from state_change s where s.opportunity_id = o.id),
                'history', (select count(*) from opportunity_aud a where a.id = o.id))::text
            from opportunity o where o.reference = 'A1'""";

    @Autowired
    MoveIn moveIn;

    @Autowired
    MockMvc mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    private Viewer admin;
    private long first;

    @BeforeEach
    void twoDeals() {
        admin = accounts.administrator();
        first = file("deal_stage,close_value,next_step", "A1,%s,Prospecting,10,", "A2,%s,Prospecting,10,");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "close_value               | 99",
                "deal_stage                | Proposal",
                "next_step                 | Sign",
                "deal_stage,close_value    | Lost,10",
                "deal_stage,close_date,close_value | Won,2026-03-05,99"
            })
    void theRowIsRefusedAndTheOthersGoIn(String columns, String values) throws Exception {
        lock();
        String before = row();
        long second = file(columns, "A1,%s," + values, "A2,%s," + values);
        assertThat(row()).isEqualTo(before);
        assertThat(jdbc.sql("select message_key from import_refusal where import_id = ?")
                        .param(second)
                        .query(String.class)
                        .list())
                .containsExactly("exchange.refusal.underApproval");
        assertThat(changed("A2")).as("the same row of another one").isTrue();
        String errors = mvc.perform(get("/imports/" + second + "/errors.csv").with(signedIn(admin)))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(errors).contains("A1", "waits for an approval").doesNotContain("A2");
    }

    @Test
    void itStaysWhenTheFileThatBroughtItIsTakenBack() {
        lock();
        String before = row();
        moveIn.undo(admin, first);
        assertThat(row()).isEqualTo(before);
        assertThat(references()).containsExactly("A1");
    }

    @Test
    void itStaysWhenTheFileThatChangedItIsTakenBack() {
        long second = file("deal_stage,close_value", "A1,%s,Proposal,99", "A2,%s,Proposal,99");
        assertThat(changed("A2")).isTrue();
        lock();
        String before = row();
        moveIn.undo(admin, second);
        assertThat(row()).isEqualTo(before);
        assertThat(changed("A2")).isFalse();
    }

    private long file(String columns, String... rows) {
        String head = "opportunity_id,sales_agent," + columns + "\n";
        return moveIn.text(admin, "opportunity", head + String.join("\n", rows).replace("%s", admin.name()) + "\n")
                .id();
    }

    private String row() {
        return jdbc.sql(ROW).query(String.class).single();
    }

    private boolean changed(String reference) {
        return jdbc.sql("""
                        select s.name <> 'Prospecting' or o.amount <> 10 or o.next_step is not null from opportunity o
                        join stage s on s.id = o.stage_id where o.reference = ?""").param(reference).query(Boolean.class).single();
    }

    private List<String> references() {
        return jdbc.sql("select reference from opportunity order by 1")
                .query(String.class)
                .list();
    }

    private void lock() {
        jdbc.sql("""
                with flow as (
                    insert into approval_flow (id, name, subject_type, trigger_key, position, created_at, updated_at)
                    values (nextval('approval_flow_seq'), 'Flow', 'opportunity', 'WIN', 1, now(), now()) returning id),
                version as (
                    insert into approval_flow_version (id, flow_id, number, state, definition, process_definition_id, activated_at, retired_at, created_at, updated_at)
                    select nextval('approval_flow_version_seq'), id, 1, 'RETIRED', '{}', 'none', now(), now(), now(), now() from flow
                    returning id),
                locking as (
                    insert into approval_case (flow_version_id, subject_type, subject_id, trigger_key, title, url, submitter_id, state,
                        facts, snapshot, action_kind, action, fingerprint, submitted_at)
                    select version.id, 'opportunity', o.id, 'WIN', 'A1', '/', :admin, 'RUNNING', '{}', '{"lines": []}', 'WIN', '{}',
                        '', now() from version, opportunity o where o.reference = 'A1' returning id)
                select id from locking""").param("admin", admin.personId()).query(Long.class).single();
        jdbc.sql("update opportunity set approval_case_id = (select max(id) from approval_case) where reference = 'A1'")
                .update();
    }
}
