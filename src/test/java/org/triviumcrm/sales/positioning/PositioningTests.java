package org.triviumcrm.sales.positioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;
import org.triviumcrm.testing.SampleCompany;

/** The market as a map: what is placed stands there from its day on, and what stood there before can be looked at. */
@IntegrationTest
class PositioningTests {

    private static final long PRICE = 990_001;
    private static final long EASE = 990_002;
    private static final long OURS = 990_003;
    private static final long THEIRS = 990_004;
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);

    @Autowired
    EntityManager entities;

    @Autowired
    PositioningService positions;

    @Autowired
    JdbcClient database;

    @Autowired
    MockMvc mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    SampleCompany company;

    private Viewer manager;

    @BeforeEach
    void aMarket() {
        company.found();
        manager = accounts.marketingManager();
        database.sql("delete from market_placement").update();
        database.sql("delete from market_offer").update();
        database.sql("delete from market_axis").update();
        database.sql("""
                        insert into market_axis (id, name, name_zh, kind, unit, better, created_at, updated_at) values
                            (:price, 'Price', '价格', 'NUMBER', 'USD', 'LESS', now(), now()), (:ease, 'Ease', null, 'RATING', null, 'MORE', now(), now())""").param("price", PRICE).param("ease", EASE).update();
        database.sql("""
                        insert into market_offer (id, name, competitor_id, created_at, updated_at) values
                            (:ours, 'Our pump', null, now(), now()), (:theirs, 'Their pump', :competitor, now(), now())""")
                .param("ours", OURS)
                .param("theirs", THEIRS)
                .param("competitor", company.id("competitor"))
                .update();
    }

    @Test
    void aMapShowsWhoIsPlacedOnBothAxesAndWhoIsNot() throws Exception {
        place(OURS, PRICE, "120.5", MARCH, "Price list").andExpect(status().is3xxRedirection());
        place(OURS, EASE, "8", MARCH, "Asked 12 customers").andExpect(status().is3xxRedirection());
        place(THEIRS, PRICE, "99", MARCH, "Their website").andExpect(status().is3xxRedirection());
        mvc.perform(get("/sales/positioning").with(signedIn(manager)))
                .andExpect(content().string(containsString("Our pump")))
                .andExpect(content().string(containsString("Asked 12 customers")))
                .andExpect(content().string(containsString("Price (USD) · less is better")))
                .andExpect(content().string(containsString("Not on this map")))
                .andExpect(content().string(containsString("Their pump · Sample competitor")));
        assertThat(map(null).points()).extracting(point -> point.offer().id()).containsExactly(OURS);
        assertThat(map(null).missing()).extracting(MarketMap.Offer::id).containsExactly(THEIRS);
        place(THEIRS, EASE, "3", MARCH, "Tried it").andExpect(status().is3xxRedirection());
        assertThat(map(null).points())
                .as("our own first")
                .extracting(point -> point.offer().id())
                .containsExactly(OURS, THEIRS);
        mvc.perform(get("/sales/positioning").with(signedIn(manager)).param("x", "" + EASE))
                .andExpect(content().string(not(containsString("Not on this map"))));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void asOfADayTheLatestWordUntilThenCounts(long seed) throws Exception {
        Random random = new Random(seed);
        record Said(long axis, LocalDate on, BigDecimal value, int order) {}
        List<Said> said = new ArrayList<>();
        for (int n = 0; n < 12; n++) {
            long axis = random.nextBoolean() ? PRICE : EASE;
            BigDecimal value = BigDecimal.valueOf(1 + random.nextInt(10));
            LocalDate on = MARCH.plusDays(random.nextInt(10));
            place(OURS, axis, value.toString(), on, "Said").andExpect(status().is3xxRedirection());
            said.add(new Said(axis, on, value, n));
        }
        for (int day = -1; day < 12; day++) {
            LocalDate on = MARCH.plusDays(day);
            List<BigDecimal> expected = new ArrayList<>();
            for (long axis : List.of(PRICE, EASE)) {
                said.stream()
                        .filter(one -> one.axis() == axis && !one.on().isAfter(on))
                        .max(Comparator.comparing(Said::on).thenComparing(Said::order))
                        .ifPresent(one -> expected.add(one.value()));
            }
            List<MarketMap.Point> points = map(on).points();
            if (expected.size() < 2) {
                assertThat(points).isEmpty();
            } else {
                assertThat(points.get(0).place())
                        .usingComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                        .usingRecursiveComparison()
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void whatCantStandThereIsSaidAtItsField() throws Exception {
        place(OURS, EASE, "11", MARCH, "Told")
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("Ratings are from 1 to 10.")));
        place(OURS, EASE, "9", LocalDate.now().plusDays(3), "Told")
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("This day is still to come.")));
        place(OURS, EASE, "9", MARCH, " ")
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("Please say how you know.")));
        place(OURS, 5, "9", MARCH, "Told")
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("Please choose an axis.")));
        mvc.perform(placing(OURS, EASE, "9", MARCH, "Told").param("link", "javascript:alert(1)"))
                .andExpect(status().is(422));
        assertThat(positions.placements(manager, OURS)).isEmpty();
    }

    @Test
    void anAxisKeepsItsMeaningOnceSomethingStandsOnIt() throws Exception {
        MockHttpServletRequestBuilder change = post("/sales/positioning/axes/" + EASE)
                .param("name", "Ease")
                .param("kind", "NUMBER")
                .param("better", "MORE")
                .param("active", "true")
                .param("version", "0")
                .with(csrf())
                .with(signedIn(manager));
        place(OURS, EASE, "9", MARCH, "Told");
        mvc.perform(change)
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("their values would mean something else")));
        long placed = positions.placements(manager, OURS).get(0).id();
        mvc.perform(post("/sales/positioning/placements/" + placed + "/removal")
                        .with(csrf())
                        .with(signedIn(manager)))
                .andExpect(status().is3xxRedirection());
        mvc.perform(change).andExpect(status().is3xxRedirection());
    }

    @Test
    void whoMayLookMayNotPlaceAndOthersSeeNothing() throws Exception {
        Viewer seller = accounts.representative(null);
        mvc.perform(get("/sales/positioning").with(signedIn(seller)))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("/sales/positioning/axes"))));
        mvc.perform(placing(OURS, EASE, "9", MARCH, "Told").with(signedIn(seller)))
                .andExpect(status().isForbidden());
        mvc.perform(get("/sales/positioning").with(signedIn(accounts.serviceAgent())))
                .andExpect(status().isForbidden());
        database.sql("update market_axis set active = false where id = ?")
                .param(EASE)
                .update();
        entities.clear();
        mvc.perform(get("/sales/positioning").with(signedIn(manager)))
                .andExpect(content().string(containsString("No axes yet")));
    }

    private MarketMap map(@Nullable LocalDate on) {
        return positions.map(manager, PRICE, EASE, on).orElseThrow();
    }

    private ResultActions place(long offer, long axis, String value, LocalDate on, String evidence) throws Exception {
        return mvc.perform(placing(offer, axis, value, on, evidence));
    }

    private MockHttpServletRequestBuilder placing(long offer, long axis, String value, LocalDate on, String evidence) {
        return post("/sales/positioning/offers/" + offer + "/placements")
                .param("axisId", "" + axis)
                .param("value", value)
                .param("placedOn", on.toString())
                .param("evidence", evidence)
                .with(csrf())
                .with(signedIn(manager));
    }
}
