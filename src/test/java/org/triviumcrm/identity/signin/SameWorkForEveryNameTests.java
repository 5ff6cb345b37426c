package org.triviumcrm.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

/** The time that a sign-in takes is that of its hash: whatever is wrong, one password is hashed, and in the same way. */
@IntegrationTest
@Import(SameWorkForEveryNameTests.Counted.class)
class SameWorkForEveryNameTests {

    private static final String PASSWORD = "seven quiet lanterns";

    @Autowired
    MockMvc mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PasswordEncoder encoder;

    private long ann;

    /** Notes what is hashed. */
    private static final class CountingEncoder implements PasswordEncoder {

        private final PasswordEncoder encoder;
        private final List<String> work = new ArrayList<>();

        private CountingEncoder(PasswordEncoder encoder) {
            this.encoder = encoder;
        }

        @Override
        public @Nullable String encode(@Nullable CharSequence password) {
            work.add("encode");
            return encoder.encode(password);
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            work.add(String.valueOf(hash).replaceAll("\\}.*", "}"));
            return encoder.matches(password, hash);
        }

        private List<String> take() {
            List<String> taken = List.copyOf(work);
            work.clear();
            return taken;
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Counted {
        @Bean
        static BeanPostProcessor counting() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof PasswordEncoder found ? new CountingEncoder(found) : bean;
                }
            };
        }
    }

    @BeforeEach
    void someone() throws Exception {
        ann = accounts.administrator().personId();
        jdbc.sql("update person set sign_in_name = 'ann.test', password_hash = ? where id = ?")
                .params(encoder.encode(PASSWORD), ann)
                .update();
        workOf("nobody.test", "the first attempt of a node hashes once more");
    }

    @Test
    void oneHashWhateverIsWrong() throws Exception {
        List<String> one = List.of("{pbkdf2-sha512}");
        assertThat(workOf("ann.test", PASSWORD)).as("the right password").isEqualTo(one);
        assertThat(workOf("ann.test", "another password"))
                .as("a wrong password")
                .isEqualTo(one);
        assertThat(workOf("bob.test", PASSWORD)).as("an unknown name").isEqualTo(one);
        jdbc.sql("delete from sign_in_guard").update();
        jdbc.sql("insert into sign_in_guard values ('name:bob.test', 100, now(), now() + interval '5 minutes')")
                .update();
        assertThat(workOf("bob.test", PASSWORD)).as("one that is slowed").isEqualTo(one);
        jdbc.sql("update person set active = false where id = ?").param(ann).update();
        assertThat(workOf("ann.test", PASSWORD)).as("switched off").isEqualTo(one);
        jdbc.sql("update person set password_hash = null where id = ?")
                .param(ann)
                .update();
        assertThat(workOf("ann.test", PASSWORD)).as("without a password").isEqualTo(one);
    }

    private List<String> workOf(String name, String password) throws Exception {
        ((CountingEncoder) encoder).take();
        mvc.perform(post("/sign-in").with(csrf()).param("name", name).param("password", password));
        return ((CountingEncoder) encoder).take();
    }
}
