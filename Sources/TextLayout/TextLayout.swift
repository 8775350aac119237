// Text for people, on screen and on paper:
//
//   cleaned      text from outside, without what could steer a terminal
//   Printable    the same in one line of bounded length, for print
//   TextWidth    how many columns it takes
//   TextWrap     its lines for a width
