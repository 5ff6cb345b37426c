-- To which step totals of a currency are rounded where that is not its smallest unit. What is agreed keeps its total.
CREATE TABLE currency_rounding (
    currency varchar(3)     NOT NULL PRIMARY KEY,
    step     numeric(19, 4) NOT NULL CHECK (step > 0)
);
