package org.triviumcrm.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.triviumcrm.support.IntegrationTest;

@IntegrationTest
class SessionStoreTests {

    @Autowired
    private SessionRepository<? extends Session> sessions;

    @Test
    void twoRequestsMayAddTheSameAttributeAtTheSameTime() {
        assertThat(addedTwice(sessions)).isEqualTo("second");
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
