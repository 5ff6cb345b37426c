package org.triviumcrm.approval.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.util.HtmlUtils;
import org.triviumcrm.approval.definition.ApproverKind;
import org.triviumcrm.approval.definition.Approvers;
import org.triviumcrm.approval.definition.EdgeRules;
import org.triviumcrm.approval.definition.FlowDefinition;
import org.triviumcrm.approval.definition.Mode;
import org.triviumcrm.approval.definition.Step;
import org.triviumcrm.approval.definition.TimeLimit;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.condition.Comparison;
import org.triviumcrm.shared.condition.Condition;
import org.triviumcrm.shared.condition.ConditionGroup;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

/** The form of a flow: what it keeps, what it refuses, and what it says. */
@IntegrationTest
@Import(Deals.Registered.class)
class BuildingAFlowTests {

    private static final String NEW = "/administration/approvals";

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Accounts accounts;

    @Autowired
    FlowVersionRepository versions;

    private Viewer admin;
    private Viewer east;
    private Viewer west;

    @BeforeEach
    void people() {
        admin = accounts.administrator();
        east = accounts.representative(null);
        west = accounts.representative(null);
    }

    @Test
    void theEmptyListOffersAnExample() throws Exception {
        String page = text(answer(get(NEW)));
        assertThat(page).contains("Nothing needs an approval yet", "new?template=deal");
        String form = text(answer(get(NEW + "/new").param("template", "deal")));
        assertThat(form).contains("500,000", "Manager of the record's team").doesNotContain("??");
    }

    @Test
    void whatIsTypedIsKeptExactly() throws Exception {
        Map<String, String> form = large();
        form.put("steps[1].when.conditions[0].field", "amount");
        form.put("steps[1].when.conditions[0].comparison", "MORE_THAN");
        form.put("steps[1].when.conditions[0].value", "2,000,000");
        long id = created(form);
        FlowDefinition saved = versions.in(id, VersionState.DRAFT).orElseThrow().definition();
        assertThat(saved)
                .isEqualTo(new FlowDefinition(
                        ConditionGroup.all(new Condition("amount", Comparison.MORE_THAN, "500000")),
                        List.of(
                                new Step(
                                        "s1",
                                        "Manager",
                                        ConditionGroup.ALWAYS,
                                        Approvers.teamManager(),
                                        Mode.ALL,
                                        50,
                                        null,
                                        null),
                                new Step(
                                        "s2",
                                        "Directors",
                                        ConditionGroup.all(new Condition("amount", Comparison.MORE_THAN, "2000000")),
                                        Approvers.people(east.personId(), west.personId()),
                                        Mode.ALL,
                                        50,
                                        24,
                                        new TimeLimit(48, TimeLimit.Outcome.ESCALATE, null))),
                        EdgeRules.USUAL));
        String page = text(answer(get(NEW + "/" + id)));
        assertThat(page)
                .contains("only if")
                .contains("All of: " + east.name() + ", " + west.name() + " – Only if")
                .contains("Reminded every 1 day – After 2 days their superiors are asked instead");
        String again = text(answer(get(NEW + "/" + id + "/draft")));
        assertThat(again).contains("value=\"2,000,000\"", "value=\"Directors\"", east.name(), west.name());
    }

    /** Each kind of field keeps its value through saving and showing again. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "amount;AT_LEAST;5,5;!", "amount;AT_LEAST;１２３４５.50;12345.50", "count;LESS_THAN;3;3",
                "discount;MORE_THAN;12.5%;12.5", "discount;MORE_THAN;a lot;!", "closing;AT_LEAST;2026-12-31;2026-12-31",
                "closing;AT_LEAST;31.12.26;!", "note;CONTAINS;urgent, now;urgent, now", "region;IS;N;N",
                "strategic;IS;true;true"
            })
    void eachKindOfFieldIsRead(String field, String comparison, String typed, String stored) throws Exception {
        Map<String, String> form = large();
        form.put("when.conditions[0].field", field);
        form.put("when.conditions[0].comparison", comparison);
        form.put("when.conditions[0].value", typed);
        if (stored.equals("!")) {
            MockHttpServletResponse refused = answer(filled(post(NEW), form));
            assertThat(refused.getStatus()).isEqualTo(422);
            assertThat(refused.getContentAsString()).contains("This can&#39;t be read", HtmlUtils.htmlEscape(typed));
            return;
        }
        long id = created(form);
        assertThat(versions.in(id, VersionState.DRAFT)
                        .orElseThrow()
                        .definition()
                        .when()
                        .conditions())
                .containsExactly(new Condition(field, Comparison.valueOf(comparison), stored));
        assertThat(text(answer(get(NEW + "/" + id))))
                .doesNotContain("??")
                .doesNotContainPattern("lead-sentence\">[^<]*…");
    }

    @Test
    void choicesWithCommasStayWhole() throws Exception {
        Map<String, String> form = large();
        form.put("when.conditions[0].field", "region");
        form.put("when.conditions[0].comparison", "ONE_OF");
        form.put("when.conditions[0].values", "N, or so");
        long id = created(form);
        assertThat(versions.in(id, VersionState.DRAFT)
                        .orElseThrow()
                        .definition()
                        .when()
                        .conditions())
                .containsExactly(new Condition("region", Comparison.ONE_OF, "N, or so"));
    }

    @Test
    void whatCanNotBeReadIsSaidAtItsField() throws Exception {
        Map<String, String> form = large();
        form.put("name", "");
        form.put("steps[1].limit", "a while");
        form.put("steps[1].remind", "0");
        form.put("steps[0].kind", "SUPERIOR");
        form.put("steps[0].level", "x");
        form.put("steps[1].mode", "PERCENTAGE");
        form.put("steps[1].percent", "101");
        MockHttpServletResponse refused = answer(filled(post(NEW), form));
        assertThat(refused.getStatus()).isEqualTo(422);
        String page = refused.getContentAsString();
        for (String place :
                List.of("steps[1].limit", "steps[1].remind", "steps[0].level", "steps[1].percent", "name")) {
            assertThat(page)
                    .as(place)
                    .containsPattern(Pattern.quote("id=\"" + place + "-more\">") + "\\s*<div class=\"invalid-feedback");
        }
        assertThat(page).contains("a while", "value=\"Directors\"");
        assertThat(jdbc.sql("select count(*) from approval_flow")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void buttonsChangeRowsAndSaveNothing() throws Exception {
        String page = rows("addStep", large());
        assertThat(page).contains("id=\"step-s3\"", "value=\"Directors\"", "value=\"500,000\"", east.name());
        page = rows("stepUp steps 1", large());
        assertThat(page.indexOf("id=\"step-s2\"")).isLessThan(page.indexOf("id=\"step-s1\""));
        assertThat(rows("removeStep steps 0", large())).doesNotContain("id=\"step-s1\"");
        assertThat(rows("addCondition steps[1].when", large())).contains("name=\"steps[1].when.conditions[0].value\"");
        Map<String, String> nested = large();
        nested.put("when.groups[0].joining", "ANY");
        nested.put("when.groups[0].conditions[0].field", "note");
        nested.put("when.groups[0].conditions[0].comparison", "CONTAINS");
        nested.put("when.groups[0].conditions[0].value", "secret");
        assertThat(rows("addCondition when.groups[0]", nested))
                .contains("secret", "name=\"when.groups[0].conditions[1].value\"");
        assertThat(rows("removeGroup when 0", nested)).doesNotContain("secret");
        assertThat(rows("removeCondition when 0", large())).doesNotContain("value=\"500,000\"");
        assertThat(rows("removeStep steps 99", large())).contains("id=\"step-s2\"");
        assertThat(rows("addCondition steps[7].when.groups[3]", large())).contains("id=\"step-s2\"");
        assertThat(jdbc.sql("select count(*) from approval_flow")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void anotherFieldBringsItsOwnComparisons() throws Exception {
        Map<String, String> form = large();
        form.put("when.conditions[0].field", "team");
        assertThat(rows("refresh", form)).contains("is, or is below,").doesNotContain("value=\"500,000\"");
    }

    @Test
    void twoFlowsCanNotHaveOneName() throws Exception {
        created(large());
        Map<String, String> form = large();
        form.put("name", "LARGE deals ");
        MockHttpServletResponse refused = answer(filled(post(NEW), form));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).contains("Another flow has this name");
    }

    @Test
    void flowsChangePlaces() throws Exception {
        long first = created(large());
        Map<String, String> form = large();
        form.put("name", "Other");
        long second = created(form);
        answer(post(NEW + "/" + second + "/place").param("step", "-1").with(csrf()));
        assertThat(jdbc.sql("select id from approval_flow order by position")
                        .query(Long.class)
                        .list())
                .containsExactly(second, first);
        answer(post(NEW + "/" + second + "/place").param("step", "-1").with(csrf()));
        assertThat(jdbc.sql("select id from approval_flow order by position")
                        .query(Long.class)
                        .list())
                .containsExactly(second, first);
    }

    @Test
    void theTargetIsOneOfThoseOnOffer() throws Exception {
        Map<String, String> form = large();
        form.put("what", "deal|MOVE");
        form.put("target", "9");
        assertThat(answer(filled(post(NEW), form)).getStatus()).isEqualTo(422);
        form.put("target", "8");
        long id = created(form);
        assertThat(text(answer(get(NEW + "/" + id)))).contains("Talks");
        form.put("name", "Nothing of the kind");
        form.put("what", "deal|SING");
        assertThat(answer(filled(post(NEW), form)).getStatus()).isEqualTo(422);
    }

    @Test
    void aFlowWhoseTargetIsGoneSaysSo() throws Exception {
        Map<String, String> form = large();
        form.put("what", "deal|MOVE");
        form.put("target", "7");
        long id = created(form);
        assertThat(text(answer(get(NEW)))).doesNotContain("asks nobody");
        assertThat(text(answer(get(NEW + "/" + id)))).doesNotContain("gone or not on offer any more");
        jdbc.sql("update approval_flow set target = 99").update();
        assertThat(text(answer(get(NEW)))).contains("asks nobody");
        assertThat(text(answer(get(NEW + "/" + id)))).contains("gone or not on offer any more");
        assertThat(text(answer(get(NEW + "/" + id + "/activation")))).contains("gone or not on offer any more");
        assertThat(text(answer(get(NEW + "/" + id + "/draft").param("check", "true"))))
                .contains("gone or not on offer any more");
    }

    @Test
    void whoMayNotDoesNot() throws Exception {
        long id = created(large());
        admin = accounts.manager(accounts.team("West", null));
        for (String path : List.of("", "/new", "/" + id, "/" + id + "/draft", "/" + id + "/activation")) {
            assertThat(answer(get(NEW + path)).getStatus()).as(path).isEqualTo(403);
        }
        assertThat(answer(filled(post(NEW), large())).getStatus()).isEqualTo(403);
    }

    /** "Above 500,000 the team manager, above 2,000,000 both directors, escalated after two days." */
    private Map<String, String> large() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("name", "Large deals");
        form.put("what", "deal|WIN");
        form.put("nextStep", "3");
        form.put("when.joining", "ALL");
        form.put("when.conditions[0].field", "amount");
        form.put("when.conditions[0].comparison", "MORE_THAN");
        form.put("when.conditions[0].value", "500,000");
        form.put("steps[0].key", "s1");
        form.put("steps[0].name", "Manager");
        form.put("steps[0].kind", ApproverKind.TEAM_MANAGER.name());
        form.put("steps[1].key", "s2");
        form.put("steps[1].name", "Directors");
        form.put("steps[1].kind", "PERSON");
        form.put("steps[1].people", east.personId() + "|" + west.personId());
        form.put("steps[1].mode", "ALL");
        form.put("steps[1].limit", "2");
        form.put("steps[1].limitUnit", "DAYS");
        form.put("steps[1].outcome", "ESCALATE");
        form.put("steps[1].remind", "24");
        form.put("steps[1].remindUnit", "HOURS");
        return form;
    }

    private String rows(String act, Map<String, String> form) throws Exception {
        MockHttpServletResponse answer = answer(filled(post(NEW + "/rows"), form)
                .param("flow", "0")
                .param("act", act)
                .header("HX-Request", "true"));
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsString())
                .startsWith("<div id=\"designer\"")
                .doesNotContain("??");
        return answer.getContentAsString();
    }

    private long created(Map<String, String> form) throws Exception {
        MockHttpServletResponse answer = answer(filled(post(NEW), form));
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(302);
        return Long.parseLong(String.valueOf(answer.getHeader("Location")).replaceAll(".*/", ""));
    }

    private static MockHttpServletRequestBuilder filled(
            MockHttpServletRequestBuilder request, Map<String, String> form) {
        form.forEach((name, value) ->
                request.param(name, name.endsWith("people") ? value.split("\\|") : new String[] {value}));
        return request.with(csrf());
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(signedIn(admin))).andReturn().getResponse();
    }

    private static String text(MockHttpServletResponse answer) throws Exception {
        assertThat(answer.getStatus()).isEqualTo(200);
        return HtmlUtils.htmlUnescape(answer.getContentAsString());
    }
}
