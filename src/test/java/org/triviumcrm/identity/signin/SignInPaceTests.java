package org.triviumcrm.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SignInPaceTests {

    @Property
    void theWaitNeverShrinksAndNeverPassesTheClosing(@ForAll @IntRange(max = 200) int failures) {
        for (SignInPace pace : new SignInPace[] {SignInPace.ACCOUNT, SignInPace.ADDRESS}) {
            assertThat(pace.waitAfter(failures + 1)).isGreaterThanOrEqualTo(pace.waitAfter(failures));
            assertThat(pace.waitAfter(failures)).isBetween(Duration.ZERO, pace.closed());
        }
    }
}
