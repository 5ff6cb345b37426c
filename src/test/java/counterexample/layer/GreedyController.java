package counterexample.layer;

import jakarta.persistence.EntityManager;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;

/** Reads and writes by itself, and has one handler too many. */
@Controller
public class GreedyController {

    private final ForgetfulRepository repository;
    private final EntityManager entities;

    GreedyController(ForgetfulRepository repository, EntityManager entities) {
        this.repository = repository;
        this.entities = entities;
    }

    @Transactional
    @GetMapping("/1")
    public void one() {
        entities.clear();
    }

    @GetMapping("/2")
    void two() {
        repository.read();
    }

    @GetMapping("/3")
    void three() {}

    @PostMapping("/4")
    void four() {}

    @PutMapping("/5")
    void five() {}

    @PatchMapping("/6")
    void six() {}

    @DeleteMapping("/7")
    void seven() {}

    @GetMapping("/8")
    void eight() {}
}
