package org.triviumcrm.insight.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.triviumcrm.insight.watch.SalesWindows.Window;

/** What is compared has as many days, lies where it should, and every day shown belongs to one step. */
class SalesWindowsTests {

    private static final LocalDate START = LocalDate.of(2026, 3, 10);

    @Test
    void aFairOfFourDaysThatIsOver() {
        SalesWindows windows = new SalesWindows(START, START.plusDays(3), START.plusDays(90));
        assertThat(windows.before()).contains(new Window(START.minusDays(4), START.minusDays(1)));
        assertThat(windows.during()).contains(new Window(START, START.plusDays(3)));
        assertThat(windows.after()).contains(new Window(START.plusDays(4), START.plusDays(7)));
        assertThat(windows.yearBefore()).contains(new Window(LocalDate.of(2025, 3, 10), LocalDate.of(2025, 3, 13)));
        assertThat(windows.byWeek()).isFalse();
    }

    @Property
    void comparesAsManyDaysAndNeverTheFuture(
            @ForAll @IntRange(min = 1, max = 400) int days, @ForAll @IntRange(min = -30, max = 900) int since) {
        SalesWindows windows = new SalesWindows(START, START.plusDays(days - 1L), START.plusDays(since));
        if (since < 0) {
            assertThat(windows.during()).isEmpty();
            assertThat(windows.after()).isEmpty();
            return;
        }
        Window during = windows.during().orElseThrow();
        Window before = windows.before().orElseThrow();
        assertThat(during.days()).isEqualTo(Math.min(days, since + 1L));
        assertThat(before.days()).isEqualTo(during.days());
        assertThat(before.last()).isEqualTo(START.minusDays(1));
        assertThat(windows.shown().last()).isBeforeOrEqualTo(START.plusDays(since));
        windows.after().ifPresent(after -> {
            assertThat(after.first()).isEqualTo(START.plusDays(days));
            assertThat(after.days()).isEqualTo(Math.min(days, since - days + 1L));
        });
        List<LocalDate> steps = windows.steps();
        assertThat(steps).contains(START);
        Stream.iterate(
                        windows.shown().first(),
                        day -> !day.isAfter(windows.shown().last()),
                        day -> day.plusDays(1))
                .forEach(day -> assertThat(windows.step(steps, day))
                        .as("step of %s", day)
                        .isPresent());
        assertThat(windows.step(steps, steps.get(0).minusDays(1))).isEmpty();
        Window drawn = windows.drawn(steps);
        assertThat(drawn.has(windows.shown().first())
                        && drawn.has(windows.shown().last()))
                .isTrue();
        assertThat(drawn.days()).isEqualTo(steps.size() * (windows.byWeek() ? 7L : 1L));
        assertThat(windows.step(steps, drawn.last())).contains(steps.size() - 1);
    }
}
