package org.triviumcrm.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.triviumcrm.testing.IntegrationTest;

@IntegrationTest
class SessionStoreTests {

    @Autowired
    private SessionRepository<? extends Session> sessions;

    @Test
    void twoRequestsMayAddTheSameAttributeAtTheSameTime() {
        assertThat(addedTwice(sessions)).isEqualTo("second");
    }

    @Test
    void anAccessWithinTheMinuteIsNotWritten() {
        Instant created = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        assertThat(lastAccess(sessions, created, created.plusSeconds(59))).isEqualTo(created);
        assertThat(lastAccess(sessions, created, created.plusSeconds(60))).isEqualTo(created.plusSeconds(60));
    }

    @Test
    void aNewIdAndANewNameAreWrittenAtOnce() {
        assertThat(idChanged(sessions)).isTrue();
    }

    private static <S extends Session> Instant lastAccess(
            SessionRepository<S> sessions, Instant created, Instant accessed) {
        S session = sessions.createSession();
        session.setLastAccessedTime(created);
        sessions.save(session);
        S later = sessions.findById(session.getId());
        later.setLastAccessedTime(accessed);
        sessions.save(later);
        return sessions.findById(session.getId()).getLastAccessedTime();
    }

    private static <S extends Session> boolean idChanged(SessionRepository<S> sessions) {
        S session = sessions.createSession();
        sessions.save(session);
        String before = session.getId();
        S later = sessions.findById(before);
        later.changeSessionId();
        later.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, "4711");
        sessions.save(later);
        S found = sessions.findById(later.getId());
        return sessions.findById(before) == null
                && "4711".equals(found.getAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME))
                && ((FindByIndexNameSessionRepository<?>) sessions)
                        .findByPrincipalName("4711")
                        .containsKey(later.getId());
    }

    private static <S extends Session> Object addedTwice(SessionRepository<S> sessions) {
        S created = sessions.createSession();
        sessions.save(created);
        S one = sessions.findById(created.getId());
        S other = sessions.findById(created.getId());
        one.setAttribute("added", "first");
        other.setAttribute("added", "second");
        sessions.save(one);
        sessions.save(other);
        return sessions.findById(created.getId()).getAttribute("added");
    }
}
