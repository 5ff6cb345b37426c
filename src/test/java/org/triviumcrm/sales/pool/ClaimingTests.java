package org.triviumcrm.sales.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import jakarta.persistence.EntityManager;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.NoticeUndo;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

/** The page of pools: who sees what, who claims what, who gives what to whom, and back. */
@IntegrationTest
class ClaimingTests {

    private static final String UNDO = "/sales/pool/claims/undoing";
    private static final String OWNER = "select state || ' ' || owner_id from opportunity where id = ?";

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    PoolService pools;

    @Autowired
    EntityManager entities;

    private PoolSample sample;
    private long pool;
    private long deal;

    @BeforeEach
    void aDealInThePool() {
        sample = new PoolSample(database, accounts, events, pools, entities::flush);
        sample.found("UTC");
        pool = sample.pool(sample.rules());
        deal = sample.pooled("Qzpooled deal", pool);
    }

    @Test
    void membersSeeLittleAndNobodyElseAnything() throws Exception {
        sample.run(
                "insert into customer (id, name, region, owner_id, created_at, updated_at) values (nextval('customer_seq'), 'Qzcustomer', 'Qzregion', ?, now(), now())",
                sample.keeper.personId());
        sample.run("update opportunity set customer_id = (select max(id) from customer) where id = ?", deal);
        send(get("/sales/pool"), sample.ann)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Qzpooled deal")))
                .andExpect(content().string(containsString("Under 10,000")))
                .andExpect(content().string(containsString("Qzregion")))
                .andExpect(content().string(not(containsString("7,531"))))
                .andExpect(content().string(not(containsString("Qzcustomer"))));
        send(get("/sales/opportunities/" + deal), sample.ann).andExpect(status().isNotFound());
        send(get("/sales/opportunities"), sample.ann).andExpect(content().string(not(containsString("Qzpooled"))));
        send(get("/search").param("q", "Qzpooled"), sample.ann)
                .andExpect(content().string(not(containsString("Qzpooled deal"))));
        send(get("/lists/pool/export.csv"), sample.ann).andExpect(status().isForbidden());
        send(get("/sales/pool"), sample.stranger).andExpect(content().string(not(containsString("Qzpooled"))));
        send(get("/sales/pool"), sample.administrator).andExpect(content().string(containsString("Qzpooled deal")));
        send(get("/sales/pool"), accounts.nobody()).andExpect(status().isForbidden());
        send(get("/sales/board"), sample.keeper).andExpect(content().string(not(containsString("Qzpooled"))));
        send(get("/sales/opportunities/" + deal), sample.keeper)
                .andExpect(content().string(containsString("In the pool")));
    }

    @Test
    void theFirstWhoClaimsHasIt() throws Exception {
        claim(sample.ann, deal)
                .andExpect(redirectedUrl("/sales/opportunities/" + deal))
                .andExpect(flash().attribute("notice", "sales.pool.claimed"));
        assertThat(sample.read(OWNER, deal)).isEqualTo("OPEN " + sample.ann.personId());
        assertThat(sample.read("select coalesce(pool_id::text, 'none') from opportunity where id = ?", deal))
                .isEqualTo("none");
        assertThat(sample.count(
                        "select count(*) from opportunity where id = ? and owner_since > now() - interval '1 minute'",
                        deal))
                .isEqualTo(1);
        send(get("/sales/opportunities/" + deal), sample.ann)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Claimed from the pool")));
        claim(sample.bob, deal)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("somebody was faster")))
                .andExpect(content().string(not(containsString("Qzpooled"))));
        assertThat(sample.read(OWNER, deal)).isEqualTo("OPEN " + sample.ann.personId());
    }

    @Test
    void whatWasClaimedByMistakeGoesBackInOneClick() throws Exception {
        rule(PoolSample.limited(sample.rules(), 1, 2, 7));
        long other = sample.pooled("Other deal", pool);
        claim(sample.ann, deal)
                .andExpect(flash().attribute("noticeUndo", new NoticeUndo(UNDO, "sales.pool.undo", List.of(deal))));
        claim(sample.ann, other).andExpect(content().string(containsString("holding limit of 1")));
        undo(sample.bob, deal).andExpect(flash().attribute("problem", "sales.pool.error.undo"));
        assertThat(sample.read(OWNER, deal)).isEqualTo("OPEN " + sample.ann.personId());

        undo(sample.ann, deal)
                .andExpect(redirectedUrl("/sales/pool"))
                .andExpect(flash().attribute("notice", "sales.pool.undone"))
                .andExpect(flash().attribute("problem", nullValue()));
        assertThat(sample.read(OWNER, deal)).isEqualTo("POOLED " + sample.keeper.personId());
        assertThat(sample.read("select string_agg(cause, ' ' order by id) from pool_move"))
                .isEqualTo("CLAIMED UNDONE");
        undo(sample.ann, deal).andExpect(flash().attribute("problem", "sales.pool.error.undo"));

        // it holds none any more and has lost nothing; but it has seen two today
        claim(sample.ann, deal).andExpect(redirectedUrl("/sales/opportunities/" + deal));
        undo(sample.ann, deal).andExpect(flash().attribute("notice", "sales.pool.undone"));
        claim(sample.ann, other).andExpect(content().string(containsString("limit of 2 claims a day")));
    }

    @Test
    void whatGoesBackInOneClickIsAsItWasClaimedJustNow() throws Exception {
        long other = sample.pooled("Other deal", pool);
        long third = sample.pooled("Third deal", pool);
        claim(sample.ann, deal, other, third).andExpect(redirectedUrl("/sales/pool"));
        sample.run("update pool_move set at = at - interval '16 minutes' where opportunity_id = ?", deal);
        sample.waits(other);
        entities.clear();
        undo(sample.ann, deal, other, third)
                .andExpect(flash().attribute("notice", "sales.pool.undone"))
                .andExpect(flash().attribute("noticeArgument", 1))
                .andExpect(flash().attribute("problem", "sales.pool.error.undo"));
        assertThat(sample.read(OWNER, deal)).isEqualTo("OPEN " + sample.ann.personId());
        assertThat(sample.read(OWNER, other)).isEqualTo("OPEN " + sample.ann.personId());
        assertThat(sample.read(OWNER, third)).isEqualTo("POOLED " + sample.keeper.personId());
    }

    /** Given away and back again it is no longer what was claimed. */
    @Test
    void whatCameFromSomebodyElseDoesNotGoBackInOneClick() throws Exception {
        claim(sample.ann, deal);
        sample.run("update pool_move set at = at - interval '1 minute'");
        sample.run("update opportunity set owner_since = now() where id = ?", deal);
        entities.clear();
        undo(sample.ann, deal).andExpect(flash().attribute("problem", "sales.pool.error.undo"));
        assertThat(sample.read(OWNER, deal)).isEqualTo("OPEN " + sample.ann.personId());
    }

    @Test
    void isFoundByWhereTheCustomerIs() throws Exception {
        long other = sample.pooled("Qzother deal", pool);
        long without = sample.pooled("Qzwithout deal", pool);
        sample.run(
                "insert into customer (id, name, region, country, owner_id, created_at, updated_at) values (nextval('customer_seq'), 'Qzc', 'Qznorth', 'Qzland', ?, now(), now())",
                sample.keeper.personId());
        sample.run("update opportunity set customer_id = (select max(id) from customer) where id = ?", deal);
        sample.run(
                "insert into customer (id, name, region, industry, owner_id, created_at, updated_at) values (nextval('customer_seq'), 'Qzd', 'Qzsouth', 'Qzmills', ?, now(), now())",
                sample.keeper.personId());
        sample.run("update opportunity set customer_id = (select max(id) from customer) where id = ?", other);
        finds("f.region=Qznorth", deal);
        finds("f.region=Qznorth&f.region=Qzsouth", deal, other);
        finds("f.region=Qznorth&f.industry=Qzmills");
        finds("f.country=Qzland", deal);
        finds("f.industry=Qzmills", other);
        finds("f.industry.empty=", deal, without);
        finds("f.industry.present=", other);
        finds("f.region=Qznorth&f.pool=" + pool, deal);
        finds("f.region=nowhere");
    }

    private void finds(String query, long... deals) throws Exception {
        String page = send(get("/sales/pool?" + query), sample.ann)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(Pattern.compile("name=\"ids\" value=\"(\\d+)\"")
                        .matcher(page)
                        .results()
                        .map(found -> Long.valueOf(found.group(1)))
                        .distinct())
                .as(query)
                .containsExactlyInAnyOrder(Arrays.stream(deals).boxed().toArray(Long[]::new));
    }

    private ResultActions undo(Viewer viewer, long... ids) throws Exception {
        return send(chosen(UNDO, ids), viewer);
    }

    @Test
    void whoDoesNotSeeThePoolClaimsNothing() throws Exception {
        claim(sample.stranger, deal).andExpect(content().string(not(containsString("Qzpooled"))));
        claim(accounts.nobody(), deal).andExpect(status().isForbidden());
        assertThat(sample.read(OWNER, deal)).isEqualTo("POOLED " + sample.keeper.personId());
    }

    @Test
    void whatIsInNoPoolIsNotClaimed() throws Exception {
        long own = sample.deal("Qzown deal", sample.bob, 3);
        claim(sample.ann, own).andExpect(content().string(not(containsString("Qzown"))));
        assertThat(sample.read(OWNER, own)).isEqualTo("OPEN " + sample.bob.personId());
    }

    @Test
    void theHoldingLimitHolds() throws Exception {
        rule(PoolSample.limited(sample.rules(), 2, null, 0));
        sample.deal("One of Ann's", sample.ann, 3);
        long other = sample.pooled("Other deal", pool);
        claim(sample.ann, deal, other)
                .andExpect(content().string(containsString("holding limit of 2")))
                .andExpect(content().string(containsString("Done with 1 opportunity")));
        assertThat(sample.count("select count(*) from opportunity where owner_id = ?", sample.ann.personId()))
                .isEqualTo(2);
    }

    @Test
    void theLimitOfADayHolds() throws Exception {
        rule(PoolSample.limited(sample.rules(), null, 1, 0));
        long other = sample.pooled("Other deal", pool);
        claim(sample.ann, deal).andExpect(redirectedUrl("/sales/opportunities/" + deal));
        claim(sample.ann, other).andExpect(content().string(containsString("limit of 1 claims a day")));
        sample.run("update pool_move set at = at - interval '1 day'");
        claim(sample.ann, other).andExpect(redirectedUrl("/sales/opportunities/" + other));
    }

    @Test
    void whoLostItRests() throws Exception {
        rule(PoolSample.limited(sample.rules(), null, null, 7));
        long own = sample.deal("Own deal", sample.ann, 3);
        giveBack(sample.ann, own, "No budget").andExpect(redirectedUrl("/sales/pool"));
        claim(sample.ann, own).andExpect(content().string(containsString("Who lost it to the pool")));
        assertThat(sample.read(OWNER, own)).isEqualTo("POOLED " + sample.keeper.personId());
        sample.run("update pool_move set at = at - interval '7 days'");
        claim(sample.ann, own).andExpect(redirectedUrl("/sales/opportunities/" + own));
    }

    @Test
    void whatWaitsForAnApprovalIsNotClaimed() throws Exception {
        sample.waits(deal);
        rule(PoolSample.limited(sample.rules(), 1, null, 0));
        long free = sample.pooled("Free deal", pool);
        claim(sample.ann, deal, free).andExpect(content().string(containsString("Free deal")));
        assertThat(sample.read(OWNER, deal)).isEqualTo("POOLED " + sample.keeper.personId());
        assertThat(sample.read(OWNER, free)).isEqualTo("OPEN " + sample.ann.personId());
    }

    @Test
    void theKeeperAssigns() throws Exception {
        rule(PoolSample.limited(sample.rules(), 1, 1, 0));
        long other = sample.pooled("Other deal", pool);
        send(get("/sales/pool/assignment").param("ids", "" + deal), sample.keeper)
                .andExpect(content().string(containsString("Qzpooled deal")));
        send(
                        post("/sales/pool/assignment")
                                .param("ids", "" + deal, "" + other)
                                .header("HX-Request", "true"),
                        sample.keeper)
                .andExpect(content().string(containsString("Other deal")))
                .andExpect(content().string(not(containsString("<html"))));
        assign(sample.keeper, sample.stranger, deal)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("may not claim from the pool")));
        assign(sample.bob, sample.ann, deal).andExpect(status().isUnprocessableContent());
        assertThat(sample.read(OWNER, deal)).isEqualTo("POOLED " + sample.keeper.personId());
        send(post("/sales/pool/assignments").param("ids", "" + deal), sample.keeper)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Please choose a person.")));

        assign(sample.keeper, sample.ann, deal, other)
                .andExpect(content().string(containsString("holding limit of 1")))
                .andExpect(content().string(containsString("Done with 1 opportunity")));
        assertThat(sample.count("select count(*) from opportunity where owner_id = ?", sample.ann.personId()))
                .isEqualTo(1);
        assertThat(sample.count(
                        "select count(*) from notice where person_id = ? and message = 'sales.pool.notice.assigned'",
                        sample.ann.personId()))
                .isEqualTo(1);
        assertThat(sample.read("select cause from pool_move")).isEqualTo("ASSIGNED");
    }

    @Test
    void thePageSaysWhenItGoes() throws Exception {
        long own = sample.deal("Own deal", sample.ann, 40);
        sample.run(
                "insert into pool_notice (opportunity_id, pool_id, owner_id, cause, goes_on) values (?, ?, ?, 'NO_CONTACT', '2090-03-05')",
                own,
                pool,
                sample.ann.personId());
        send(get("/sales/opportunities/" + own), sample.ann)
                .andExpect(
                        content().string(containsString("Goes into the pool “West pool” on Mar 5, 2090: no contact")));
        send(get("/sales/opportunities?f.pooling=me"), sample.ann)
                .andExpect(content().string(containsString("Own deal")));
        giveBack(sample.ann, own, "No budget");
        assertThat(sample.count("select count(*) from pool_notice")).isZero();
    }

    @Test
    void isGivenBackWithAReason() throws Exception {
        long own = sample.deal("Own deal", sample.ann, 3);
        send(get("/sales/opportunities/" + own + "/pool"), sample.ann)
                .andExpect(content().string(containsString("West pool")));
        giveBack(sample.ann, own, "")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Please say why.")));
        giveBack(sample.bob, own, "Mine").andExpect(status().isNotFound());
        giveBack(sample.keeper, own, "Nothing happens").andExpect(redirectedUrl("/sales/pool"));
        assertThat(sample.read(OWNER, own)).isEqualTo("POOLED " + sample.keeper.personId());
        assertThat(sample.read("select cause from pool_move where opportunity_id = ?", own))
                .isEqualTo("TAKEN_BACK");
        assertThat(sample.read("select reason from state_change where opportunity_id = ?", own))
                .isEqualTo("Nothing happens");
        assertThat(sample.count("select count(*) from notice where person_id = ?", sample.ann.personId()))
                .isEqualTo(1);
        send(get("/sales/opportunities/" + own), sample.keeper)
                .andExpect(content().string(containsString("taken back from its owner")));
    }

    @Test
    void whatIsOfAnotherTeamGoesElsewhere() throws Exception {
        long foreign = sample.deal("Foreign deal", sample.stranger, 3);
        giveBack(sample.stranger, foreign, "No budget")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("does not take opportunities of this team")));
        assertThat(sample.read(OWNER, foreign)).isEqualTo("OPEN " + sample.stranger.personId());
    }

    @Test
    void manyAreGivenBackTogether() throws Exception {
        long own = sample.deal("Own deal", sample.ann, 3);
        long other = sample.deal("Other deal", sample.ann, 3);
        sample.waits(other);
        send(
                post("/lists/opportunity/bulk/pool/runs")
                        .param("ids", "" + own, "" + other)
                        .param("poolId", "" + pool)
                        .param("reason", "No budget"),
                sample.ann);
        assertThat(sample.read(OWNER, own)).isEqualTo("POOLED " + sample.keeper.personId());
        assertThat(sample.read(OWNER, other)).isEqualTo("OPEN " + sample.ann.personId());
        assertThat(sample.read("select string_agg(outcome, ' ' order by record_id) from bulk_row"))
                .isEqualTo("DONE REFUSED");
    }

    @Test
    void nothingElseTakesItOut() throws Exception {
        send(get("/sales/opportunities/" + deal + "/members/new"), sample.keeper)
                .andExpect(status().isForbidden());
        long stage = sample.count("select max(id) from stage where kind = 'OPEN'");
        send(post("/sales/opportunities/" + deal + "/move").param("stageId", "" + stage), sample.keeper);
        send(
                post("/sales/opportunities/" + deal + "/transfer").param("ownerId", "" + sample.bob.personId()),
                sample.keeper);
        send(
                post("/lists/opportunity/bulk/transfer/runs")
                        .param("ids", "" + deal)
                        .param("ownerId", "" + sample.bob.personId()),
                sample.keeper);
        assertThat(sample.read(OWNER, deal)).isEqualTo("POOLED " + sample.keeper.personId());
        assertThat(sample.count("select count(*) from opportunity_total where state = 'OPEN' and count > 0"))
                .isZero();
    }

    @Test
    void theFormKeepsWhatWasTyped() throws Exception {
        send(
                        post("/administration/pools")
                                .param("name", "Qzname")
                                .param("keeperId", "" + accounts.nobody().personId())
                                .param("position", "a lot")
                                .param("noContactDays", "0")
                                .param("leastAmount", "900")
                                .param("mostAmount", "100")
                                .param("noticeDays", "3")
                                .param("restDays", "0"),
                        sample.administrator)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Qzname")))
                .andExpect(content().string(containsString("a lot")))
                .andExpect(content().string(containsString("Please enter a whole number.")))
                .andExpect(content().string(containsString("from 1 to 3650")));
        send(
                        post("/administration/pools")
                                .param("name", "West pool")
                                .param("active", "true")
                                .param("ownerLeft", "false")
                                .param("sparesPlanned", "true")
                                .param("keeperId", "" + accounts.nobody().personId())
                                .param("position", "1")
                                .param("leastAmount", "900")
                                .param("mostAmount", "100")
                                .param("noticeDays", "3")
                                .param("restDays", "0"),
                        sample.administrator)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("a pool of this name already")))
                .andExpect(content().string(containsString("less than the least amount")))
                .andExpect(content().string(containsString("can not keep a pool")));
        send(post("/administration/pools").param("name", "x"), sample.ann).andExpect(status().isForbidden());
    }

    @Test
    void thePreviewSavesNothing() throws Exception {
        sample.deal("Old deal", sample.ann, 40);
        send(
                        post("/administration/pools/" + pool)
                                .param("preview", "true")
                                .param("version", "0")
                                .param("active", "true")
                                .param("ownerLeft", "false")
                                .param("sparesPlanned", "true")
                                .param("name", "Another name")
                                .param("keeperId", "" + sample.keeper.personId())
                                .param("position", "1")
                                .param("noContactDays", "30")
                                .param("noticeDays", "3")
                                .param("restDays", "0"),
                        sample.administrator)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("This would go today")))
                .andExpect(content().string(containsString("Another name")));
        assertThat(sample.read("select name from opportunity_pool where id = ?", pool))
                .isEqualTo("West pool");
    }

    private void rule(SavePool rules) {
        entities.flush();
        entities.clear();
        pools.update(sample.administrator, pool, versioned(rules));
        entities.flush();
        entities.clear();
    }

    private SavePool versioned(SavePool one) {
        return new SavePool(
                one.name(),
                one.teamId(),
                one.keeperId(),
                one.position(),
                true,
                one.noContactDays(),
                one.noProgressDays(),
                one.overdueDays(),
                one.ownerLeft(),
                one.pipelineIds(),
                one.stageIds(),
                one.leastAmount(),
                one.mostAmount(),
                one.sparesPlanned(),
                one.noticeDays(),
                one.mostHeld(),
                one.mostClaims(),
                one.restDays(),
                pools.find(sample.administrator, pool).getVersion());
    }

    private ResultActions claim(Viewer viewer, long... ids) throws Exception {
        return send(chosen("/sales/pool/claims", ids), viewer);
    }

    private ResultActions assign(Viewer viewer, Viewer to, long... ids) throws Exception {
        return send(chosen("/sales/pool/assignments", ids).param("personId", "" + to.personId()), viewer);
    }

    private static MockHttpServletRequestBuilder chosen(String path, long... ids) {
        MockHttpServletRequestBuilder request = post(path);
        for (long id : ids) {
            request.param("ids", "" + id);
        }
        return request;
    }

    private ResultActions giveBack(Viewer viewer, long id, String reason) throws Exception {
        return send(
                post("/sales/opportunities/" + id + "/pool")
                        .param("poolId", "" + pool)
                        .param("reason", reason),
                viewer);
    }

    /** Each request ends as its transaction would: written, and read anew by the next. */
    private ResultActions send(MockHttpServletRequestBuilder request, Viewer viewer) throws Exception {
        ResultActions result = mvc.perform(request.with(signedIn(viewer)).with(csrf()));
        entities.flush();
        entities.clear();
        return result;
    }
}
