package org.triviumcrm.exchange.dataimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;
import org.triviumcrm.testing.SampleCompany;

/** Sign-up sheets and lists of people from files: whom they mean, how far these have come, and taking it back. */
@IntegrationTest
class PeopleImportsTests {

    private static final String SHEET = """
            Name,E-mail,Phone,Company,Attendance,Time
            Ann Lee,ann@x.org,,,registered,2026-03-02 09:30
            Bert Ohm,,+49 (170) 555-0101,,attended,2026-03-03
            Carl Poe,,,Sample customer,已签到,2026-03-03 8:05 pm
            Sample customer,,,,invited,2026-03-01T10:00:00Z
            李伟,,138 0013 8000,东方医药,已报名,2026年3月2日 上午9:15
            Dora New,dora@y.org,,New Ltd,registered,2026-03-02 11:00
            """;

    @Autowired
    MoveIn moveIn;

    @Autowired
    ImportService imports;

    @Autowired
    ImportAimService aims;

    @Autowired
    ImportRunner runner;

    @Autowired
    SampleCompany company;

    @Autowired
    Accounts accounts;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    private Viewer me;
    private long campaign;

    @BeforeEach
    void knownPeople() {
        company.found();
        me = accounts.marketingManager();
        campaign = company.id("campaign");
        database.sql("delete from campaign_participant").update();
        database.sql("delete from audience_member").update();
        contact("Ann Lee", "email", "ANN@x.org");
        contact("Bert Ohm", "mobile", "0049 170 5550101");
        contact("Carl Poe", "job_title", "Chemist");
        lead("李伟", "东方医药", "phone", "+86 13800138000");
        become("APPROVED");
    }

    @Test
    void aSignUpSheetIsForTheCampaignThatOneComesFrom() {
        DataImport file = bring("participant", campaign, SHEET);
        assertThat(Objects.requireNonNull(file.summary()).refused()).isZero();
        assertThat(participants())
                .containsExactly(
                        "CONTACT Ann Lee REGISTERED 2026-03-02 09:30",
                        "CONTACT Bert Ohm ATTENDED 2026-03-03 00:00",
                        "CONTACT Carl Poe ATTENDED 2026-03-03 20:05",
                        "CUSTOMER Sample customer INVITED 2026-03-01 10:00",
                        "LEAD Dora New REGISTERED 2026-03-02 11:00",
                        "LEAD 李伟 REGISTERED 2026-03-02 09:15");
        assertThat(one("select l.source || ' ' || (l.campaign_id = " + campaign
                        + ") || ' ' || l.state from lead l where l.email = 'dora@y.org'"))
                .isEqualTo("Sample campaign true NEW");
        assertThat(one("select string_agg(distinct source, ' ') from campaign_participant"))
                .isEqualTo("IMPORT");
        assertThat(
                        one(
                                "select string_agg(status || ' ' || people, ', ' order by status) from campaign_count where people > 0"))
                .isEqualTo("ATTENDED 2, INVITED 1, REGISTERED 3");
    }

    @Test
    void theSameSheetAgainChangesNothingAndUndoTakesEverythingBack() {
        DataImport file = bring("participant", campaign, SHEET);
        DataImport again = bring("participant", campaign, SHEET);
        assertThat(Objects.requireNonNull(again.summary()).createdCount()).isZero();
        assertThat(again.summary().changedCount()).isZero();
        assertThat(again.summary().refused()).isZero();
        assertThat(again.summary().unchanged()).isEqualTo(6);
        database.sql("update campaign_participant set status = 'RESPONDED', responded_at = now(), version = version + 1"
                        + " where lead_id in (select id from lead where email = 'dora@y.org')")
                .update();
        moveIn.undo(me, file.id());
        assertThat(participants())
                .as("of whom more was said since stays, and so does the lead")
                .singleElement()
                .asString()
                .startsWith("LEAD Dora New RESPONDED");
        assertThat(one("select count(*)::text from lead where email = 'dora@y.org'"))
                .isEqualTo("1");
        assertThat(one("select count(*)::text from lead where full_name = '李伟'"))
                .isEqualTo("1");
    }

    @Test
    void peopleComeFurtherButNotBackAndUndoGivesTheFormerStatusBack() {
        bring("participant", campaign, SHEET);
        DataImport later = bring("participant", campaign, """
                Name,E-mail,Phone,Attendance,Time
                Ann Lee,ann@x.org,,attended,2026-03-05
                Ann Lee,ann@x.org,,responded,2026-03-06
                Bert Ohm,,1705550101,registered,2026-03-05
                Dora New,dora@y.org,,registered,2026-02-01
                """);
        assertThat(participants())
                .contains(
                        "CONTACT Ann Lee RESPONDED 2026-03-06 00:00",
                        "CONTACT Bert Ohm ATTENDED 2026-03-03 00:00",
                        "LEAD Dora New REGISTERED 2026-03-02 11:00");
        assertThat(refusals()).containsExactly("exchange.refusal.step");
        assertThat(Objects.requireNonNull(later.summary()).changedCount()).isEqualTo(1);
        assertThat(later.summary().unchanged()).isEqualTo(2);
        moveIn.undo(me, later.id());
        assertThat(participants()).contains("CONTACT Ann Lee REGISTERED 2026-03-02 09:30");
        assertThat(one("select count(*)::text from campaign_participant where responded_at is not null"))
                .isEqualTo("0");
    }

    @Test
    void whoeverStandsInAFileTwiceIsOnePersonAndWhoHasANumberInCommonIsNot() {
        DataImport file = bring("participant", campaign, """
                First name,Last name,E-mail,Phone,Company,Attendance,Time
                Eve,Roe,eve@z.org,,Z Inc,registered,2026-03-02
                Eve,Roe,EVE@z.org,,,attended,2026-03-03
                Fay,Day,,040 5551234,Z Inc,registered,
                Gus,Day,,040 5551234,Z Inc,registered,
                Gus,Day,,0405551234,,registered,
                """);
        assertThat(Objects.requireNonNull(file.summary()).createdCount()).isEqualTo(6);
        assertThat(participants()).hasSize(3).contains("LEAD Eve Roe ATTENDED 2026-03-03 00:00");
        assertThat(one("select count(*)::text from lead where company = 'Z Inc'"))
                .isEqualTo("3");
    }

    @Test
    void alsoInFilesOfManyBatches() {
        StringBuilder sheet = new StringBuilder("Name,E-mail,Attendance\n");
        for (int at = 0; at < 2 * ImportWriter.BATCH + 10; at++) {
            int person = at % (ImportWriter.BATCH + 500);
            sheet.append(
                    "Person %1$d,person%1$d@x.org,%2$s\n".formatted(person, at == person ? "registered" : "attended"));
        }
        bring("participant", campaign, sheet.toString());
        assertThat(one("select count(*) || ' ' || count(distinct lead_id) from campaign_participant"))
                .isEqualTo((ImportWriter.BATCH + 500) + " " + (ImportWriter.BATCH + 500));
        assertThat(
                        one(
                                "select string_agg(status || ' ' || people, ', ' order by status) from campaign_count where people > 0"))
                .isEqualTo("ATTENDED %d, REGISTERED %d".formatted(ImportWriter.BATCH - 490, 990));
    }

    @Test
    void whatCanNotBeIsSaidForEachRow() {
        database.sql("update contact set no_email = true, no_call = true where name = 'Ann Lee'")
                .update();
        contact("Twin", "email", "twin@x.org");
        contact("Twin", "email", "twin@x.org");
        bring("participant", campaign, """
                Name,E-mail,Do not e-mail,Do not call,Attendance,Time
                Ann Lee,ann@x.org,,,registered,
                Twin,twin@x.org,,,registered,
                Late,late@x.org,,,registered,2999-01-01
                Odd,odd@x.org,,,registered,2026-03-02 at nine
                Mute,mute@x.org,yes,yes,registered,
                ,,,,registered,
                """);
        assertThat(participants()).isEmpty();
        assertThat(refusals())
                .containsExactly(
                        "exchange.refusal.mute",
                        "exchange.refusal.several",
                        "exchange.refusal.future",
                        "exchange.refusal.time",
                        "exchange.refusal.mute",
                        "exchange.refusal.nobody");
        assertThat(one("select count(*)::text from lead where company is null and source = 'Sample campaign'"))
                .isEqualTo("0");
    }

    @Test
    void aPlannedCampaignHasChosenPeopleOnlyAndACancelledOneNone() {
        become("PLANNED");
        String sheet = "Name,Company,Status,Campaign\nKim,K Ltd,,Sample campaign\nLou,L Ltd,invited,sample CAMPAIGN\n";
        bring("participant", null, sheet);
        assertThat(participants()).containsExactly("LEAD Kim CHOSEN null");
        assertThat(refusals()).containsExactly("exchange.refusal.campaign.PLANNED");
        bring("participant", campaign, "Name,Company,Time\nMia,M Ltd,2026-03-02\n");
        become("CANCELLED");
        bring("participant", campaign, "Name,Company\nMia,M Ltd\n");
        assertThat(refusals())
                .containsExactly(
                        "exchange.refusal.campaign.PLANNED",
                        "exchange.refusal.timeOfNothing",
                        "exchange.refusal.campaign.CANCELLED");
    }

    @Test
    void strangersAreLeftOutWhereThatIsChosen() {
        long id = start("participant", campaign, "Name,E-mail\nAnn Lee,ann@x.org\nNew,new@x.org\n");
        MapColumns form = MapColumns.of(imports.find(me, id).plan());
        form.getOptions().put("strangers", "refuse");
        form.getOptions().put("status", "REGISTERED");
        imports.map(me, id, form);
        runner.run(id);
        moveIn.finish(me, id);
        assertThat(participants()).singleElement().asString().startsWith("CONTACT Ann Lee REGISTERED");
        assertThat(refusals()).containsExactly("exchange.refusal.stranger");
    }

    @Test
    void aListTakesPeopleAndKeepsWhoHasOptedOut() {
        long list = company.id("audience");
        String file = "Name,E-mail,Opted out\nAnn Lee,ann@x.org,no\nNew,new@x.org,yes\nCarl Poe,carl@x.org,\n";
        DataImport first = bring("member", list, file);
        assertThat(members()).containsExactly("CONTACT Ann Lee false", "LEAD Carl Poe false", "LEAD New true");
        DataImport again = bring("member", list, file);
        assertThat(Objects.requireNonNull(again.summary()).createdCount()).isZero();
        assertThat(again.summary().changedCount()).isZero();
        DataImport later = bring("member", list, "E-mail,Opted out\nann@x.org,yes\nNEW@x.org,no\ncarl@x.org,\n");
        assertThat(members()).containsExactly("CONTACT Ann Lee true", "LEAD Carl Poe false", "LEAD New true");
        assertThat(refusals()).containsExactly("exchange.refusal.optedOut");
        moveIn.undo(me, later.id());
        assertThat(members()).containsExactly("CONTACT Ann Lee false", "LEAD Carl Poe false", "LEAD New true");
        moveIn.undo(me, first.id());
        assertThat(members())
                .as("ann’s row was changed and changed back since")
                .containsExactly("CONTACT Ann Lee false");
        assertThat(one("select string_agg(people::text, ' ') from audience_count where people <> 0"))
                .isEqualTo("1");
    }

    @Test
    void onesOwnCampaignHasToBeChosen() throws Exception {
        String address = "/imports?target=participant&into=" + campaign;
        mvc.perform(get(address).with(signedIn(me)))
                .andExpect(content().string(containsString("Participants of campaigns: Sample campaign")));
        mvc.perform(get("/imports?target=participant&into=987654321").with(signedIn(me)))
                .andExpect(status().isNotFound());
        mvc.perform(get("/imports?target=lead&into=" + campaign).with(signedIn(me)))
                .andExpect(status().isNotFound());
        String columns = Objects.requireNonNull(mvc.perform(multipart("/imports")
                        .file(new MockMultipartFile(
                                "file", "sheet.csv", "text/csv", SHEET.getBytes(StandardCharsets.UTF_8)))
                        .param("target", "participant")
                        .param("into", "" + campaign)
                        .with(signedIn(me))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
        mvc.perform(get(columns).with(signedIn(me)))
                .andExpect(content().string(containsString("<option value=\"" + campaign + "\" selected")));
        for (String chosen : List.of("", "987654321", "x")) {
            mvc.perform(post(columns)
                            .param("options[campaign]", chosen)
                            .param("columns[0].field", "name")
                            .with(signedIn(me))
                            .with(csrf()))
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(content().string(containsString("Campaign has to be chosen")));
        }
        mvc.perform(post(columns.replace("/columns", "/format"))
                        .param("encoding", "UTF-8")
                        .param("delimiter", ",")
                        .param("quote", "\"")
                        .param("decimalMark", ".")
                        .param("dateOrder", "DMY")
                        .param("header", "true")
                        .param("nullWords", "")
                        .with(signedIn(me))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        mvc.perform(get(columns).with(signedIn(me)))
                .andExpect(content().string(containsString("<option value=\"" + campaign + "\" selected")));
    }

    private DataImport bring(String target, Long into, String content) {
        return moveIn.finish(me, moveIn.ready(me, start(target, into, content)));
    }

    private long start(String target, Long into, String content) {
        ByteArrayInputStream file = new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
        return into == null
                ? imports.start(me, target, "sheet.csv", file)
                : aims.start(me, aims.aim(me, target, into), "sheet.csv", file);
    }

    private void contact(String name, String column, String value) {
        database.sql("insert into contact (id, name, customer_id, created_at, updated_at, " + column
                        + ") values (nextval('contact_seq'), ?, ?, now(), now(), ?)")
                .params(name, company.id("customer"), value)
                .update();
    }

    private void lead(String name, String employer, String column, String value) {
        database.sql("insert into lead (id, full_name, company, created_at, updated_at, " + column
                        + ") values (nextval('lead_seq'), ?, ?, now(), now(), ?)")
                .params(name, employer, value)
                .update();
    }

    private void become(String state) {
        database.sql("select set_config('trivium.passage', 'on', true)")
                .query(String.class)
                .single();
        database.sql("update campaign set state = ?, approved_at = now() where id = ?")
                .params(state, campaign)
                .update();
    }

    private List<String> participants() {
        return database.sql("""
                        select who collate "C" from (select p.kind || ' ' || coalesce(k.name, c.name, l.name) || ' ' || p.status || ' '
                            || coalesce(to_char(greatest(invited_at, registered_at, attended_at, responded_at) at time zone 'UTC', 'YYYY-MM-DD HH24:MI'), 'null')
                        from campaign_participant p left join customer k on k.id = p.customer_id
                        left join contact c on c.id = p.contact_id left join lead l on l.id = p.lead_id) x (who) order by 1
                        """).query(String.class).list();
    }

    private List<String> members() {
        return database.sql("""
                        select who collate "C" from (select m.kind || ' ' || coalesce(k.name, c.name, l.full_name) || ' ' || m.opted_out
                        from audience_member m left join customer k on k.id = m.customer_id
                        left join contact c on c.id = m.contact_id left join lead l on l.id = m.lead_id) x (who) order by 1
                        """).query(String.class).list();
    }

    private List<String> refusals() {
        return database.sql("select message_key from import_refusal order by import_id, position")
                .query(String.class)
                .list();
    }

    private String one(String sql) {
        return String.valueOf(database.sql(sql).query(String.class).single());
    }
}
