package org.triviumcrm.exchange.dataimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.exchange.dataimport.AlikeRepository.Verdict;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

/** Files of leads whose rows look like leads, contacts and customers that are there already. */
@IntegrationTest
class RowsAlikeTests {

    private static final long ZOE = 990_001;
    private static final long OTHER_ZOE = 990_002;
    private static final long ACME = 990_003;
    private static final long WANG = 990_004;

    /** Same e-mail, same phone of a contact, same name and company, the customer's address, twice nobody. */
    private static final String FILE = """
            lead id,name,company,email,phone,city
            1,Z. Lux,,ZOE@lux.example,,Paris
            2,Someone,,,0086 138-0013-8000,
            3,王伟,acme,,,
            4,Desk,,office@acme.example,,
            5,New,,new@new.example,,
            6,New again,,new@new.example,,
            7,Zoe Lux,lux,,,Lyon
            """;

    @Autowired
    MoveIn moveIn;

    @Autowired
    ImportService imports;

    @Autowired
    ImportRunner runner;

    @Autowired
    AlikeService alike;

    @Autowired
    Accounts accounts;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    private Viewer me;

    @BeforeEach
    void known() {
        me = accounts.marketingManager();
        lead(ZOE, "Zoe Lux", "Lux", "zoe@lux.example");
        lead(OTHER_ZOE, "Zoe Lux", "Lux", null);
        database.sql(
                        "insert into customer (id, name, email, created_at, updated_at) values (:id, 'Acme', 'Office@acme.example', now(), now())")
                .param("id", ACME)
                .update();
        database.sql("""
                        insert into contact (id, name, customer_id, mobile, created_at, updated_at)
                        values (:id, '王伟', :customer, '+86 138 0013 8000', now(), now())""").param("id", WANG).param("customer", ACME).update();
    }

    private void lead(long id, String name, String company, String email) {
        database.sql(
                        "insert into lead (id, full_name, company, email, created_at, updated_at) values (:id, :name, :company, :email, now(), now())")
                .param("id", id)
                .param("name", name)
                .param("company", company)
                .param("email", email)
                .update();
    }

    @Test
    void theTrialSaysWhoLooksLikeWhomAndTheImportBringsThemIn() throws Exception {
        long id = moveIn.checked(me, "lead", FILE);
        assertThat(alike.page(me, id, 0, 50).counts()).isEqualTo(Map.of(Verdict.CAME, 6L));
        List<String> told = pairs(id);
        assertThat(told)
                .containsExactly(
                        "2 lead " + ZOE + " email",
                        "3 contact " + WANG + " phone",
                        "4 contact " + WANG + " name",
                        "5 customer " + ACME + " email",
                        "7 row 6 email",
                        "8 lead " + ZOE + " name",
                        "8 lead " + OTHER_ZOE + " name");
        DataImport file = moveIn.finish(me, id);
        assertThat(Objects.requireNonNull(file.summary()).createdCount()).isEqualTo(7);
        AlikeService.Page page = alike.page(me, id, 0, 50);
        assertThat(page.counts()).isEqualTo(Map.of(Verdict.CAME, 6L));
        assertThat(pairs(id)).as("as in the trial").isEqualTo(told);
        assertThat(database.sql("select count(*) from import_sign")
                        .query(Long.class)
                        .single())
                .as("nothing is left of what was only for the import")
                .isZero();
        assertThat(page.rows().get(0).became())
                .extracting(AlikeService.Named::name, AlikeService.Named::url)
                .containsExactly(
                        "Z. Lux", "/marketing/leads/" + text("select id::text from lead where full_name = 'Z. Lux'"));
        mvc.perform(get("/imports/" + id).with(signedIn(me)))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(containsString(
                                "6 rows look like somebody who is known already or like an earlier row")))
                .andExpect(content().string(containsString("/marketing/leads/" + ZOE)))
                .andExpect(content().string(containsString("row 6 of this file")))
                .andExpect(content().string(containsString("/contacts/" + WANG)));
        mvc.perform(get("/imports/" + id + "/alike?after=1").with(signedIn(me)))
                .andExpect(content().string(not(containsString("Z. Lux"))))
                .andExpect(content().string(containsString("Someone")));
        mvc.perform(get("/imports/" + id + "/alike.csv").with(signedIn(me)))
                .andExpect(content().string(containsString("7,row 6 of this file (same e-mail),")))
                .andExpect(content()
                        .string(containsString("1,Z. Lux,,ZOE@lux.example,,Paris,2,Zoe Lux (lead: same e-mail),")));
    }

    @Test
    void theyAreLeftOutWhereThatIsChosenAndStandInTheFileOfRefusedRows() throws Exception {
        long id = moveIn.checked(me, "lead", FILE);
        decide(id, "leave");
        assertThat(imports.find(me, id).state()).isEqualTo(ImportState.READY);
        assertThat(alike.page(me, id, 0, 50).counts()).isEqualTo(Map.of(Verdict.LEFT, 6L));
        DataImport file = moveIn.finish(me, id);
        assertThat(Objects.requireNonNull(file.summary()).createdCount())
                .as("of what the file itself has twice, the first")
                .isEqualTo(1);
        assertThat(file.summary().refused()).isEqualTo(6);
        assertThat(text("select full_name from lead where email = 'new@new.example'"))
                .isEqualTo("New");
        mvc.perform(get("/imports/" + id + "/errors.csv").with(signedIn(me)))
                .andExpect(content()
                        .string(containsString(
                                "3,王伟,acme,,,,4,\"Looks like 王伟, and such rows are left out, as you chose\"")));
    }

    @Test
    void theyChangeTheLeadThatTheyHaveMostInCommonWithAndAreTakenBack() {
        String more = FILE + "8,Zoe,,zoe@lux.example,,Rome\n";
        long id = moveIn.checked(me, "lead", more);
        alike.decide(me, id, "update");
        runner.run(id);
        Map<Verdict, Long> trial = alike.page(me, id, 0, 50).counts();
        assertThat(trial).isEqualTo(Map.of(Verdict.CHANGED, 1L, Verdict.LEFT, 6L));
        DataImport file = moveIn.finish(me, id);
        assertThat(alike.page(me, id, 0, 50).counts()).isEqualTo(trial);
        assertThat(Objects.requireNonNull(file.summary()).createdCount()).isEqualTo(1);
        assertThat(file.summary().changedCount()).isEqualTo(1);
        assertThat(text("select full_name || ' ' || city from lead where id = " + ZOE))
                .isEqualTo("Z. Lux Paris");
        assertThat(database.sql(
                                "select line || ' ' || message_key from import_refusal where import_id = :id order by line")
                        .param("id", id)
                        .query(String.class)
                        .list())
                .containsExactly(
                        "3 exchange.refusal.alikeOther",
                        "4 exchange.refusal.alikeOther",
                        "5 exchange.refusal.alikeOther",
                        "7 exchange.refusal.alikeRow",
                        "8 exchange.refusal.alikeTwice",
                        "9 exchange.refusal.alikeTwice");
        moveIn.undo(me, id);
        assertThat(text("select full_name || ' ' || coalesce(city, '-') from lead where id = " + ZOE))
                .isEqualTo("Zoe Lux -");
    }

    @Test
    void aRowThatIsFoundByItsNumberLooksLikeNobody() {
        database.sql("update lead set reference = '1' where id = :id")
                .param("id", ZOE)
                .update();
        long id = moveIn.checked(me, "lead", "lead id,name,company,email\n1,Zoe Lux,Lux,zoe@lux.example\n");
        assertThat(alike.page(me, id, 0, 50).count()).isZero();
    }

    @Test
    void whatTheImportHasBroughtItselfDoesNotCountWhereverTheBatchEnds() {
        String rows = IntStream.rangeClosed(1, ImportWriter.BATCH + 1)
                .mapToObj(n -> n + ",Person " + n + "," + (n % ImportWriter.BATCH == 1 ? "a@x.example" : "") + "\n")
                .collect(Collectors.joining());
        lead(990_005, "Person 7", null, "a@x.example");
        long id = moveIn.checked(me, "lead", "lead id,name,email\n" + rows);
        assertThat(pairs(id)).hasSize(3);
        imports.run(me, id);
        while (imports.find(me, id).cursor() == 0) {
            runner.step(id);
        }
        assertThat(pairs(id)).as("what is written goes with its batch").hasSize(1);
        runner.run(id);
        assertThat(pairs(id)).containsExactly("2 lead 990005 email", "2002 lead 990005 email", "2002 row 2 email");
        assertThat(imports.find(me, id).state()).isEqualTo(ImportState.DONE);
    }

    /** Each sign counts, in whatever batch the earlier row stood; a row that does not come in is nobody to look like. */
    @Test
    void rowsOfTheFileAreLikeAnEarlierOneThatComesIn() throws Exception {
        String more = IntStream.rangeClosed(6, ImportWriter.BATCH + 5)
                .mapToObj(n -> n + ",Person " + n + ",,,\n")
                .collect(Collectors.joining());
        String file =
                "lead id,name,company,email,phone\n1,Ann Lee,Ash,ann@ash.example,\n2,Zoe,,zoe@lux.example,0712 345 6789\n"
                        + "3,Zoe again,,,+44 0712 345 6789\n4,Lee,,not an address,0799 999 9999\n5,Ann,,ANN@ash.example,0799 999 9999\n"
                        + more
                        + "9001,ann lee,ASH,,\n9002,Zoe at last,,,07123456789\n";
        long id = moveIn.checked(me, "lead", file);
        int last = ImportWriter.BATCH + 8;
        assertThat(pairs(id))
                .containsExactly(
                        "3 lead " + ZOE + " email",
                        "4 row 3 phone",
                        "6 row 2 email",
                        (last - 1) + " row 2 name",
                        last + " row 3 phone",
                        last + " row 4 phone");
        decide(id, "leave");
        List<String> left =
                List.of("3 lead " + ZOE + " email", "6 row 2 email", (last - 1) + " row 2 name", last + " row 4 phone");
        assertThat(pairs(id)).as("row 3 is left out").isEqualTo(left);
        moveIn.finish(me, id);
        assertThat(pairs(id)).as("as in the trial").isEqualTo(left);
        assertThat(
                        text(
                                "select string_agg(full_name, ',' order by id) from lead where full_name ilike '%zoe%' and id < 990001 or full_name ilike 'ann%'"))
                .isEqualTo("Ann Lee,Zoe again");
    }

    @Test
    void whoIsNotSeenIsNotToldNorChanged() {
        Viewer seller = importingSeller();
        long id = moveIn.checked(seller, "lead", FILE);
        assertThat(pairs(id)).noneMatch(pair -> pair.contains("lead")).hasSize(4);
        mineIs(OTHER_ZOE, seller);
        long again = moveIn.checked(seller, "lead", FILE);
        assertThat(pairs(again)).contains("8 lead " + OTHER_ZOE + " name").doesNotContain("8 lead " + ZOE + " name");
        mineIs(OTHER_ZOE, me);
        assertThat(alike.page(seller, again, 0, 50).rows())
                .filteredOn(row -> row.line() == 8)
                .flatExtracting(AlikeService.Row::twins)
                .extracting(AlikeService.Named::name)
                .containsOnlyNulls();
    }

    private Viewer importingSeller() {
        long seller = accounts.representative(null).personId();
        database.sql(
                        "insert into person_role (person_id, role_id) select :seller, role_id from person_role where person_id = :other")
                .param("seller", seller)
                .param("other", accounts.allowed("exchange.import.run").personId())
                .update();
        return accounts.viewer(seller);
    }

    private void mineIs(long lead, Viewer viewer) {
        database.sql("update lead set owner_id = :owner where id = :id")
                .param("owner", viewer.personId())
                .param("id", lead)
                .update();
    }

    @Test
    void onlyWhatIsOfferedCanBeChosenAndOnlyBeforeAnythingIsWritten() {
        long id = moveIn.checked(me, "lead", FILE);
        alike.decide(me, id, "forget");
        assertThat(imports.find(me, id).state()).isEqualTo(ImportState.READY);
        assertThatThrownBy(() -> alike.decide(accounts.marketingManager(), id, "leave"))
                .isInstanceOf(NotFound.class);
        moveIn.finish(me, id);
        assertThatThrownBy(() -> alike.decide(me, id, "leave")).isInstanceOf(NotFound.class);
        long customers = moveIn.checked(me, "lead", "lead id,name\n1,Ann\n");
        assertThat(alike.page(me, customers, 0, 5).chosen()).as("as last time").isEqualTo("keep");
    }

    private void decide(long id, String choice) throws Exception {
        mvc.perform(post("/imports/" + id + "/alike")
                        .param("choice", choice)
                        .with(csrf())
                        .with(signedIn(me)))
                .andExpect(redirectedUrl("/imports/" + id));
        runner.run(id);
    }

    private List<String> pairs(long id) {
        return database.sql("""
                        select a.line || ' ' || w.record_type || ' ' || w.record_id || ' ' || array_to_string(w.signs, ' ')
                        from import_alike a join import_twin w on w.import_id = a.import_id and w.position = a.position
                        where a.import_id = :id order by a.line, w.record_type, w.record_id""").param("id", id).query(String.class).list();
    }

    private String text(String sql) {
        return database.sql(sql).query(String.class).single();
    }
}
