package org.triviumcrm.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * An administrator says what goes into a pool, the job takes it there, a representative claims as much as allowed and gives back
 * what was a mistake, and the keeper gives the rest to somebody: in both languages, at a desk and on a phone.
 */
class ThePoolTests extends DemoCompanyTest {

    /** Those that the guide shows. */
    static final Set<String> PICTURES = Set.of("pool", "pool-rules", "pool-claimed");

    private static final String KEEPER = "director";
    private static final String FORM = "#dialog[open] form, main .card-narrow form";

    @Autowired
    List<Task<?>> tasks;

    @BeforeAll
    void newPoolsComeFirst() {
        database.sql("update opportunity_pool set position = position + 10").update();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void whatSleepsIsTakenBackClaimedAndAssigned(String spoken) {
        speak(spoken);
        long pool = makeAPool();
        runTheJob();
        long first = oneIn(pool);
        claimOneByMistake(pool, first);
        claimUpToTheLimit(pool);
        assignTheRest(pool);
    }

    private long makeAPool() {
        at("administrator");
        visit("/administration/pools");
        page.locator("a[href$='/administration/pools/new']").first().click();
        page.locator("[name=name]").fill(said("Sleeping deals", "沉睡商机"));
        String team = String.valueOf(database.sql("select team_id from person where id = ?")
                .param(id(KEEPER))
                .query(Long.class)
                .single());
        page.locator("[name=teamId]").selectOption(team);
        choose(page.locator("main"), "keeperId", name(KEEPER));
        page.locator("[name=position]").fill("1");
        page.locator("[name=noProgressDays]").fill("10");
        page.locator("[name=sparesPlanned]").uncheck();
        page.locator("[name=noticeDays]").fill("0");
        page.locator("[name=mostClaims]").fill("2");
        page.locator("[name=restDays]").fill("0"); // some of these are of who claims
        page.locator("button[name=preview]").click();
        assertThat(page.locator("#pool-preview tbody tr")).hasCount(1);
        scan();
        guidePicture("pool-rules");
        page.locator("main form button[type=submit]").first().click();
        assertThat(page.locator("main table")).containsText(said("Sleeping deals", "沉睡商机"));
        return database.sql("select id from opportunity_pool where name = ?")
                .param(said("Sleeping deals", "沉睡商机"))
                .query(Long.class)
                .single();
    }

    private void runTheJob() {
        tasks.stream()
                .filter(task -> task.getName().equals("sales-recycle-opportunities"))
                .forEach(task -> run((RecurringTask<?>) task));
    }

    private static <T> void run(RecurringTask<T> task) {
        task.execute(new TaskInstance<>(task.getName(), RecurringTask.INSTANCE), null);
    }

    private void claimOneByMistake(long pool, long id) {
        at("representative");
        visit("/sales/pool?f.pool=" + pool);
        String region = database.sql(
                        "select c.region from opportunity o join customer c on c.id = o.customer_id where o.id = ?")
                .param(id)
                .query(String.class)
                .single();
        int all = page.locator("#results tbody tr").count();
        page.locator("#results a[aria-expanded]").first().click();
        assertThat(page.locator("#filters select[name='f.country']")).hasCount(1);
        visit("/sales/pool?f.pool=" + pool + "&f.region=" + region);
        assertThat(page.locator("#chips")).containsText(region);
        Assertions.assertThat(page.locator("#results tbody tr").count()).isBetween(1, all);
        Locator claim = row(id).locator("button[data-key=c]");
        assertThat(claim.locator("span")).isVisible();
        Assertions.assertThat(claim.innerText().strip()).isEqualTo(said("Claim", "领取"));
        Assertions.assertThat(claim.locator("span").boundingBox().width)
                .as("said in words at a desk as well")
                .isGreaterThan(20);
        scan();
        visit("/sales/pool");
        guidePicture("pool");
        row(id).locator("button[data-key=c]").click();
        assertThat(page.locator("#notices")).containsText(said("The opportunity is yours now.", "商机已归您负责。"));
        assertThat(page.locator("main h1")).isVisible();
        settle();
        scan();
        guidePicture("pool-claimed");
        page.locator("#notices form button").click();
        assertThat(page.locator("#notices")).containsText(said("The opportunity is back in the pool.", "商机已退回公海。"));
        assertThat(row(id)).hasCount(1);
    }

    /** What was given back at once is one of the claims of the day. */
    private void claimUpToTheLimit(long pool) {
        phoneOf("representative");
        visit("/sales/pool?f.pool=" + pool);
        assertFits();
        screenshot(said("phone-pool-en", "phone-pool-zh"));
        page.locator("#results tbody tr button[data-key=c]").first().click();
        assertThat(page.locator("#notices")).containsText(said("The opportunity is yours now.", "商机已归您负责。"));
        assertFits();
        visit("/sales/pool?f.pool=" + pool);
        page.locator("#results tbody tr button[data-key=c]").first().click();
        assertThat(page.locator("main"))
                .containsText(said("The limit of 2 claims a day is reached.", "已达到每日领取上限（2 个）"));
        assertFits();
        scan();
        Assertions.assertThat(database.sql("select count(*) from pool_move where pool_id = ? and cause = 'CLAIMED'")
                        .param(pool)
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    private void assignTheRest(long pool) {
        at(KEEPER);
        visit("/sales/pool?f.pool=" + pool);
        for (int row = 0; row < 2; row++) {
            page.locator("#results tbody tr input[type=checkbox]").nth(row).check();
        }
        page.locator("button[formaction$='/sales/pool/assignment']").click();
        Locator dialog = page.locator(FORM);
        dialog.locator("button[type=submit]").last().click();
        assertThat(dialog.locator(".invalid-feedback").first()).isVisible();
        choose(dialog, "personId", name("colleague"));
        scan();
        dialog.locator("button[type=submit]").last().click();
        assertThat(page.locator("#notices")).containsText(said("2 opportunities are assigned.", "已分配 2 个商机。"));
        Assertions.assertThat(database.sql("""
                        select count(*) from pool_move m join opportunity o on o.id = m.opportunity_id
                        where m.pool_id = ? and m.cause = 'ASSIGNED' and o.owner_id = ? and o.state = 'OPEN'""")
                        .params(List.of(pool, id("colleague")))
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    private long oneIn(long pool) {
        List<Long> ids = database.sql("""
                        select o.id from opportunity o join customer c on c.id = o.customer_id
                        where o.pool_id = ? and c.region is not null order by o.state_entered_at desc, o.id desc""").param(pool).query(Long.class).list();
        Assertions.assertThat(ids).as("what the job took").hasSizeGreaterThan(3);
        return ids.get(0);
    }

    private Locator row(long id) {
        return page.locator("#results tbody tr")
                .filter(new Locator.FilterOptions().setHas(page.locator("input[name=ids][value='" + id + "']")));
    }
}
