package org.triviumcrm.sales;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

/** Pickers, filters and the board find by any two characters of a name, and only what the viewer may see. */
@IntegrationTest
class FindingByTwoCharactersTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    private Viewer representative;

    @BeforeEach
    void records() {
        representative = accounts.representative(accounts.team("West", null));
        Viewer colleague = accounts.representative(null);
        database.sql("update person set name = '欧阳建国 Winterbourne' where id = :id")
                .param("id", representative.personId())
                .update();
        record("customer", 900001, "浦东精密仪器", representative);
        record("customer", 900002, "Société Générale Foods", representative);
        record("customer", 900003, "Hidden 浦东 Générale", colleague);
        record("contact", 900001, "王小明 Grace Shaw", representative);
        record("contact", 900003, "Hidden 王小明 Shaw", colleague);
        database.sql(
                        "insert into product (id, name, created_at, updated_at) values (900001, 'Gateway 边缘网关', now(), now())")
                .update();
        database.sql(
                        "insert into pipeline (id, name, position, created_at, updated_at) values (900001, 'P', 1, now(), now())")
                .update();
        database.sql("insert into stage (id, pipeline_id, name, position, kind, probability, created_at, updated_at)"
                        + " values (900001, 900001, 'Begun', 1, 'OPEN', 10, now(), now())")
                .update();
        deal(900001, "Kiln 窑炉改造", representative);
        deal(900003, "Hidden Kiln 窑炉改造", colleague);
        own("customer");
        own("contact");
    }

    @ParameterizedTest
    @CsvSource({
        "/customers/choices,精密,浦东精密仪器",
        "/customers/choices,浦东,浦东精密仪器",
        "/customers/choices,ener,Société Générale Foods",
        "/customers/choices,od,Société Générale Foods",
        "/contacts/choices,小明,王小明 Grace Shaw",
        "/contacts/choices,ha,王小明 Grace Shaw",
        "/sales/products/choices,网关,Gateway 边缘网关",
        "/sales/products/choices,ew,Gateway 边缘网关",
        "/sales/opportunities/owners,建国,Winterbourne",
        "/sales/opportunities/owners,rb,Winterbourne",
        "/customers/owners,nt,Winterbourne",
        "/lists/opportunity/choices/customer,精密,浦东精密仪器",
        "/lists/opportunity/choices/customer,ener,Société Générale Foods",
        "/lists/opportunity/choices/product,网关,Gateway 边缘网关",
    })
    void aPickerFindsThem(String picker, String typed, String found) throws Exception {
        ask(picker, "q", typed)
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString(found), not(containsString("Hidden")))));
    }

    @ParameterizedTest
    @CsvSource({
        "customer,/customers,精密,浦东精密仪器",
        "customer,/customers,generale,Société Générale Foods",
        "contact,/contacts,小明,王小明 Grace Shaw",
        "opportunity,/sales/opportunities,窑炉,Kiln 窑炉改造",
        "opportunity,/sales/opportunities,iL,Kiln 窑炉改造",
    })
    void aListIsFilteredByAnyPartOfTheName(String noun, String list, String typed, String found) throws Exception {
        ask(list, "f.name.contains", typed)
                .andExpect(content().string(allOf(containsString(found), not(containsString("Hidden")))));
        ask(list, "f.name.contains", "zq").andExpect(content().string(not(containsString(found))));
        ask("/lists/" + noun + "/export.csv", "f.name.contains", typed)
                .andExpect(content().string(allOf(containsString(found), not(containsString("Hidden")))));
    }

    @Test
    void theBoardIsFilteredByAnyPartOfTheName() throws Exception {
        for (String typed : new String[] {"炉改", "IL"}) {
            mvc.perform(get("/sales/board")
                            .param("pipeline", "900001")
                            .param("text", typed)
                            .with(signedIn(representative)))
                    .andExpect(
                            content().string(allOf(containsString("card-900001"), not(containsString("card-900003")))));
        }
        mvc.perform(get("/sales/board")
                        .param("pipeline", "900001")
                        .param("text", "%")
                        .with(signedIn(representative)))
                .andExpect(content().string(not(containsString("card-900001"))));
    }

    @Test
    void aFilterDoesNotNameWhatTheViewerMayNotSee() throws Exception {
        ask("/sales/opportunities", "f.customer", "900003").andExpect(content().string(not(containsString("Hidden"))));
        mvc.perform(get("/sales/opportunities").param("filters", "").with(signedIn(representative)))
                .andExpect(content().string(allOf(containsString("浦东精密仪器"), not(containsString("Hidden")))));
        mvc.perform(get("/sales/board").param("customer", "900003").with(signedIn(representative)))
                .andExpect(content().string(not(containsString("Hidden"))));
    }

    private ResultActions ask(String path, String parameter, String value) throws Exception {
        return mvc.perform(get(path).param(parameter, value).with(signedIn(representative)));
    }

    /** The role sees its own of these only. */
    private void own(String recordType) {
        database.sql("update role_access set level = 'OWN' where record_type = :type")
                .param("type", recordType)
                .update();
    }

    private void record(String table, int id, String name, Viewer owner) {
        database.sql("insert into " + table + " (id, name, owner_id, created_at, updated_at)"
                        + " values (:id, :name, :owner, now(), now())")
                .param("id", id)
                .param("name", name)
                .param("owner", owner.personId())
                .update();
    }

    private void deal(int id, String name, Viewer owner) {
        database.sql("""
                insert into opportunity (id, name, pipeline_id, stage_id, state, amount, currency, base_amount, probability,
                    opened_on, stage_entered_at, owner_id, created_at, updated_at)
                values (:id, :name, 900001, 900001, 'OPEN', 10, 'USD', 10, 10, current_date, now(), :owner, now(), now())""")
                .param("id", id)
                .param("name", name)
                .param("owner", owner.personId())
                .update();
    }
}
